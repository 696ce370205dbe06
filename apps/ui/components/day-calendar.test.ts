import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dateOfDay, dayCalendar, dayOfDate } from './day-calendar.ts'

const day = (text: string) => dateOfDay(text)!

test('an officer types a day; what is no day is not taken for one', () => {
  assert.equal(dayOfDate(dayCalendar.locale.parse('zh_CN', ' 2026-11-22 ')!), '2026-11-22')
  for (const wrong of ['2026-02-30', '2026-13-01', '22/11/2026', '2026-1-2', ''])
    assert.equal(dayCalendar.locale.parse('zh_CN', wrong), null, wrong)
})

test('months and years go by without running over', () => {
  assert.equal(dayOfDate(dayCalendar.addMonth(day('2026-01-31'), 1)), '2026-02-28')
  assert.equal(dayOfDate(dayCalendar.addYear(day('2024-02-29'), 1)), '2025-02-28')
  assert.equal(dayOfDate(dayCalendar.setMonth(day('2026-03-31'), 10)), '2026-11-30')
  assert.equal(dayOfDate(dayCalendar.getEndDate(day('2026-11-22'))), '2026-11-30')
})

test('a week begins on Monday for the Chinese reader, on Sunday for the English one', () => {
  assert.equal(dayOfDate(dayCalendar.locale.getWeekFirstDate('zh_CN', day('2026-11-22'))), '2026-11-16')
  assert.equal(dayOfDate(dayCalendar.locale.getWeekFirstDate('en_US', day('2026-11-22'))), '2026-11-22')
})

test('a day is written as the calendar of each language writes it', () => {
  assert.equal(dayCalendar.locale.format('zh_CN', day('2026-03-05'), 'YYYY年M月'), '2026年3月')
  assert.equal(dayCalendar.locale.format('en_US', day('2026-03-05'), 'MMM D YYYY'), 'Mar 5 2026')
  assert.deepEqual(dayCalendar.locale.getShortWeekDays('zh_CN').slice(0, 2), ['日', '一'])
})
