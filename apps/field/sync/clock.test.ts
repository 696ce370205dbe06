import assert from 'node:assert/strict'
import { test } from 'node:test'
import { minutesOff } from './clock.ts'

const served = 'Fri, 27 Nov 2026 08:00:00 GMT'
const at = Date.parse(served)

test('a clock that is a day off is told, either way', () => {
  assert.equal(minutesOff(served, at + 86_400_000, at + 86_400_500), 1440)
  assert.equal(minutesOff(served, at - 86_400_000, at - 86_399_500), 1440)
})

test('a slow answer does not make a clock wrong, nor does one that says nothing', () => {
  assert.equal(minutesOff(served, at - 120_000, at + 400), 0)
  assert.equal(minutesOff(null, at, at), 0)
})
