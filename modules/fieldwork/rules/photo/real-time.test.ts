import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Measure, realTimeOf, type ShotClock } from './real-time.ts'

const HOUR = 3_600_000
const taken = new Date('2026-11-27T01:00:00Z')
const measured = (offset: number): Measure => ({ offset, within: 600, at: '2026-11-27T00:50:00Z' })
const shot = (offset: number, moved?: number): ShotClock => ({
  ...measured(offset),
  ...(moved !== undefined && { moved }),
})
/** Hours the photo is put later, and how. */
const told = (...clocks: [ShotClock?, Measure?]) => {
  const real = realTimeOf(taken, ...clocks)
  return real && [Math.round((real.at.getTime() - taken.getTime()) / HOUR), real.how]
}

test('a clock that is off and was left alone: what was measured before the shot counts', () => {
  assert.deepEqual(told(shot(24 * HOUR, 12)), [24, 'shot'])
  assert.deepEqual(
    told(shot(24 * HOUR), measured(24 * HOUR + 1500)),
    [24, 'shot'],
    'also where the page was loaded anew',
  )
})

test('never measured before: what is measured when it is handed in; never at all: nothing is made up', () => {
  assert.deepEqual(told(undefined, measured(-2 * HOUR)), [-2, 'arrival'])
  assert.equal(told(), undefined)
})

test('set right between measure and shot, in the middle of the work: the steady clock tells by how much', () => {
  // An hour behind, measured so; then set back by two more, before the shot.
  assert.deepEqual(told(shot(HOUR, -2 * HOUR), measured(3 * HOUR)), [3, 'reset'])
  assert.deepEqual(told(shot(HOUR, -2 * HOUR)), [3, 'reset'], 'a phone that sleeps cannot look like that')
  // Set forward by the hour it was behind.
  assert.deepEqual(told(shot(HOUR, HOUR), measured(0)), [0, 'reset'])
})

test('a phone that slept is no clock that was set', () => {
  assert.deepEqual(told(shot(HOUR, 5 * HOUR), measured(HOUR)), [1, 'shot'])
  assert.deepEqual(told(shot(HOUR, 5 * HOUR)), [1, 'shot'])
})

test('set after the shot: what was measured before it counts', () => {
  assert.deepEqual(told(shot(24 * HOUR, 0), measured(0)), [24, 'shot'])
})

test('set at some time nobody can tell: the difference is told as what it may be off', () => {
  assert.deepEqual(told(shot(24 * HOUR), measured(0)), [24, 'unsure'])
  assert.equal(realTimeOf(taken, shot(24 * HOUR), measured(0))!.within, 24 * HOUR)
})
