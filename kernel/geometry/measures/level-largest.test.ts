import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { levelLargest } from './level-largest.ts'

test('the difference is shared by size among the largest; the very largest takes what rounding leaves', () => {
  assert.deepEqual(levelLargest([300, 100, 200], 600.6), [300.3, 100.1, 200.2])
  assert.deepEqual(levelLargest([300, 100, 200], 599.95), [299.98, 99.99, 199.98])
  assert.deepEqual(levelLargest([100, 100, 100], 300.02), [100, 100.01, 100.01])
  assert.deepEqual(levelLargest([1.005], 1.02), [1.02])
})

test('patches of 50 m² or less take no share, nor does the eleventh', () => {
  assert.deepEqual(levelLargest([50, 50.01, 400], 501.01), [50, 50.12, 400.89])
  assert.deepEqual(levelLargest([20, 30], 51), [20, 31])
  const eleven = Array.from({ length: 11 }, () => 100)
  assert.deepEqual(levelLargest(eleven, 1101), [...Array.from({ length: 10 }, () => 100.1), 100])
})

test('nothing to level, or less than nothing left, is refused', () => {
  assert.deepEqual(levelLargest([], 0), [])
  assert.throws(() => levelLargest([], 1), RangeError)
  assert.throws(() => levelLargest([0.01, 100], -1), RangeError)
})

test('whatever the areas, they add up to the control and stay in their places', () => {
  const area = fc.integer({ min: 1, max: 1e8 }).map((n) => n / 100)
  const units = (values: number[]) => values.reduce((sum, value) => sum + Math.round(value * 100), 0)
  fc.assert(
    fc.property(fc.array(area, { minLength: 1, maxLength: 30 }), fc.integer({ min: 0, max: 500 }), (values, more) => {
      const levelled = levelLargest(values, (units(values) + more) / 100)
      assert.equal(units(levelled), units(values) + more)
      for (const [k, value] of levelled.entries())
        assert.ok(value >= values[k]! - 0.05 && value <= values[k]! + more / 100 + 0.05)
    }),
  )
})
