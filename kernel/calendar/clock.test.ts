import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarOf } from './calendar.ts'
import { CHINA } from './china.ts'
import { dueDate, type LampInput, lamp } from './clock.ts'

const china = calendarOf(CHINA)
const at = (day: string, time = '10:00') => `${day}T${time}:00+08:00`

test('a limit of 20 working days starts the working day after acceptance and skips the National Day holiday', () => {
  const { due, dueAt, assumed } = dueDate(at('2026-09-15'), 20, [], china)
  assert.deepEqual([due, assumed], ['2026-10-19', false])
  assert.equal(dueAt, Date.parse('2026-10-19T23:59:59.999+08:00'))
})

test('accepted on a Saturday or late on Friday, the first day is the same Monday', () => {
  for (const accepted of [at('2026-11-13', '23:50'), at('2026-11-14')]) {
    assert.equal(dueDate(accepted, 1, [], china).due, '2026-11-16')
  }
})

test('days on which the clock stood still are not counted, overlapping pauses only once', () => {
  const accepted = at('2026-11-02')
  assert.equal(dueDate(accepted, 5, [], china).due, '2026-11-09')
  const correction = { from: at('2026-11-04'), to: at('2026-11-10') }
  assert.equal(dueDate(accepted, 5, [correction], china).due, '2026-11-13')
  const publicity = { from: at('2026-11-06'), to: at('2026-11-11') }
  assert.equal(dueDate(accepted, 5, [correction, publicity], china).due, '2026-11-16')
})

test('paused and resumed on one day costs nothing', () => {
  const blink = { from: at('2026-11-04', '09:00'), to: at('2026-11-04', '11:00') }
  assert.equal(dueDate(at('2026-11-02'), 5, [blink], china).due, '2026-11-09')
})

test('while the clock stands still there is no last day; one reached before the pause stays', () => {
  assert.deepEqual(dueDate(at('2026-11-02'), 5, [{ from: at('2026-11-04') }], china), { assumed: false })
  assert.equal(dueDate(at('2026-11-02'), 5, [{ from: at('2026-11-20') }], china).due, '2026-11-09')
})

test('a limit that runs into a year without a notice is marked assumed', () => {
  assert.deepEqual(dueDate(at('2026-12-30'), 2, [], china).assumed, true)
})

test('the lamp goes from green over yellow to red, and is grey when no clock runs', () => {
  const lampOn = (day: string, more: Partial<LampInput> = {}) =>
    lamp({ due: '2026-11-30', now: at(day), limitDays: 20, paused: false, closed: false, ...more }, china)
  assert.equal(lampOn('2026-11-19'), 'green', '7 of 20 days left')
  assert.equal(lampOn('2026-11-20'), 'yellow', '6 of 20 are 30 %')
  assert.equal(lampOn('2026-11-30'), 'yellow', 'the last day itself is in time')
  assert.equal(lampOn('2026-12-01'), 'red')
  assert.equal(lampOn('2026-11-25', { limitDays: 5 }), 'yellow', '3 days left')
  assert.equal(lampOn('2026-11-24', { limitDays: 5 }), 'green', '4 of 5 left')
  assert.equal(lampOn('2026-12-01', { paused: true }), 'grey')
  assert.equal(lampOn('2026-12-01', { closed: true }), 'grey')
  assert.equal(lampOn('2020-01-01'), 'green')
})
