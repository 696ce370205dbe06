import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Box } from '../../../../kernel/geometry/types.ts'
import type { KeptPackage } from './kept-package.ts'
import { mayGo } from './may-go.ts'

// Function points: SH132
const DAY = 24 * 3600_000
const kept = { usedAt: 0, current: { manifest: { box: [107, 32, 108, 33] } } } as unknown as KeptPackage
const here: Box = [107.5, 32.5, 107.6, 32.6]
const elsewhere: Box = [110, 32, 111, 33]

test('a package nobody has looked at for thirty days goes by itself, unless unsent work depends on it', () => {
  assert.equal(mayGo(kept, 29 * DAY, []), false)
  assert.equal(mayGo(kept, 30 * DAY, []), true)
  assert.equal(mayGo(kept, 300 * DAY, [elsewhere, here]), false)
  assert.equal(mayGo(kept, 300 * DAY, [elsewhere]), true)
})
