import assert from 'node:assert/strict'
import { test } from 'node:test'
import { measureOf, minutesOff } from './clock.ts'

const served = 'Fri, 27 Nov 2026 08:00:00 GMT'
const at = Date.parse(served)
const off = (from: number, to: number, told: string | null = served) => minutesOff(measureOf(told, from, to))

test('a clock that is a day off is told, either way', () => {
  assert.equal(off(at + 86_400_000, at + 86_400_500), 1440)
  assert.equal(off(at - 86_400_000, at - 86_399_500), 1440)
})

test('a slow answer does not make a clock wrong, nor does one that says nothing', () => {
  assert.equal(off(at - 120_000, at + 400), 0)
  assert.equal(off(at, at, null), 0)
})

test('what is measured says how far it may be off: half of the way, and of the second that is told', () => {
  const measure = measureOf(served, at - 60_000, at - 58_000)!
  assert.deepEqual([measure.offset, measure.within], [59_500, 1500])
  assert.equal(measure.at, '2026-11-27T07:59:02.000Z')
})
