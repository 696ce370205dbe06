import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inLines } from './flow-text.ts'

test('a title breaks into two lines, between words where there are any, and ends with a sign when it is longer', () => {
  assert.deepEqual(inLines('受理', 16), ['受理'])
  assert.deepEqual(inLines('建设用地规划许可审查', 16), ['建设用地规划许可', '审查'])
  assert.deepEqual(inLines('Review of the planning permission', 20), ['Review of the', 'planning permission'])
  assert.deepEqual(inLines('耕地保护监督科组织会审并提出书面意见', 12), ['耕地保护监督', '科组织会审…'])
})
