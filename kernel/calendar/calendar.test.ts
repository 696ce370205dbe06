import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addWorkingDays, calendarOf, isWorkingDay, workingDaysBetween } from './calendar.ts'
import { CHINA } from './china.ts'
import { addDays, dayOf, endOfDay, isWeekend, startOfDay } from './day.ts'

const china = calendarOf(CHINA)

test('a Saturday moved to work by the State Council counts, a Friday off for a holiday does not', () => {
  assert.ok(isWorkingDay('2026-02-14', china))
  assert.ok(!isWorkingDay('2026-06-19', china))
  assert.ok(!isWorkingDay('2026-11-22', china), 'an ordinary Sunday')
})

test('each notice moves as many days as it takes: 2025 has 248 working days, 2026 has 248', () => {
  for (const [year, days] of [
    [2025, 248],
    [2026, 248],
  ] as const) {
    assert.equal(workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`, china).days, days)
  }
})

test('working days moved by a notice lie on weekends, and holidays do not overlap them', () => {
  for (const { work, off, year } of CHINA) {
    assert.ok(work.every((day) => isWeekend(day) && day.startsWith(`${year}-`)))
    assert.ok(off.every(([first, last]) => first <= last && !work.some((day) => day >= first && day <= last)))
  }
})

test('five working days from the eve of the Spring Festival of 2026 reach past it', () => {
  assert.deepEqual(addWorkingDays('2026-02-13', 5, china), { day: '2026-02-27', assumed: false })
  assert.deepEqual(addWorkingDays('2026-02-27', -5, china), { day: '2026-02-13', assumed: false })
})

test('a year without a notice falls back to weekends and says so', () => {
  assert.deepEqual(addWorkingDays('2031-01-03', 1, china), { day: '2031-01-06', assumed: true })
  assert.deepEqual(workingDaysBetween('2026-12-30', '2027-01-04', china), { days: 3, assumed: true })
})

test('counting undoes adding, forwards and backwards', () => {
  const days = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2025-01-01', n))
  fc.assert(
    fc.property(days, fc.integer({ min: -60, max: 60 }), (start, n) => {
      assert.equal(workingDaysBetween(start, addWorkingDays(start, n, china).day, china).days, n)
    }),
  )
})

test('it is already tomorrow in Shanghai when it is 16:00 in Greenwich', () => {
  assert.equal(dayOf('2026-11-22T15:59:59.999Z'), '2026-11-22')
  assert.equal(dayOf('2026-11-22T16:00:00Z'), '2026-11-23')
  assert.equal(dayOf(endOfDay('2026-11-22') + 1), '2026-11-23')
  assert.throws(() => dayOf('2026-11-22T16:00:00'), RangeError)
  assert.throws(() => startOfDay('2026-02-30'), RangeError)
})
