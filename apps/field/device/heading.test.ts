import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attitudeOf, headingOf } from './heading.ts'

const near = (found: number | undefined, wanted: number) =>
  assert.ok(found !== undefined && Math.abs(((found - wanted + 540) % 360) - 180) < 1e-9, `${found} is not ${wanted}`)

test('a phone held upright looks where its back points', () => {
  near(headingOf(0, 90, 0), 0)
  near(headingOf(270, 90, 0), 90)
  near(headingOf(180, 90, 0), 180)
  near(headingOf(90, 90, 0), 270)
})

test('a phone tipped a little forward or back looks the same way', () => {
  near(headingOf(270, 60, 0), 90)
  near(headingOf(270, 120, 0), 90)
})

test('a phone lying flat looks nowhere', () => {
  assert.equal(headingOf(30, 0, 0), undefined)
})

const held = (beta: number, gamma: number, turned = 0) => {
  const { pitch, roll } = attitudeOf(beta, gamma, turned)
  return [Math.round(pitch) + 0, Math.round(roll) + 0]
}

test('held upright: level; tipped back it looks down', () => {
  assert.deepEqual(held(90, 0), [0, 0])
  assert.deepEqual(held(60, 0), [-30, 0])
  assert.deepEqual(held(110, 0), [20, 0])
})

test('turned ten degrees while upright, where the device’s own angles say ninety', () => {
  assert.deepEqual(held(80, 90), [0, 10])
  assert.deepEqual(held(80, -90), [0, -10])
})

test('held across, either way round: level as well', () => {
  assert.deepEqual(held(0, -90, 90), [0, 0])
  assert.deepEqual(held(0, 90, 270), [0, 0])
  assert.deepEqual(held(0, -70, 90), [-20, 0])
})
