import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unitWords } from './unit-words.ts'

test('an area in 公顷 is read in ha by whoever reads English; symbols and units of the bureau’s own stay', () => {
  assert.equal(unitWords('公顷', 'en'), 'ha')
  assert.equal(unitWords('公顷', 'zh'), '公顷')
  assert.equal(unitWords('m²', 'en'), 'm²')
  assert.equal(unitWords('畦', 'en'), '畦')
})
