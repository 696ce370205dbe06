import assert from 'node:assert/strict'
import { test } from 'node:test'
import { roundHalfUp } from './round-half-up.ts'

test('halves go up as they are written, not as the double happens to lie', () => {
  assert.equal(roundHalfUp(1.005, 2), 1.01)
  assert.equal(roundHalfUp(2.675, 2), 2.68)
  assert.equal(roundHalfUp(0.125, 2), 0.13)
  assert.equal(roundHalfUp(1234567.895, 2), 1234567.9)
})

test('negative numbers round by their size and never give minus zero', () => {
  assert.equal(roundHalfUp(-1.005, 2), -1.01)
  assert.ok(Object.is(roundHalfUp(-0.001, 2), 0))
})

test('very small and very large numbers survive', () => {
  assert.equal(roundHalfUp(1e-9, 2), 0)
  assert.equal(roundHalfUp(1.5e-7, 7), 2e-7)
  assert.equal(roundHalfUp(1e21, 2), 1e21)
})

test('what is not a number is refused', () => {
  assert.throws(() => roundHalfUp(Number.NaN, 2), RangeError)
})
