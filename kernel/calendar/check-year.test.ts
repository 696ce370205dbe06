import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CalendarYear } from './calendar.ts'
import { workingDaysOf, yearProblem } from './check-year.ts'
import { CHINA } from './china.ts'
import { addDays, isWeekend } from './day.ts'
import { calendarTexts } from './texts.ts'

const year = CHINA.at(-1)!

test('every notice the program brings passes', () => {
  for (const one of CHINA) assert.equal(yearProblem(one), undefined, String(one.year))
  assert.equal(workingDaysOf(CHINA[0]!), 248)
})

test('days off for New Year may begin in the last week of the year before', () => {
  const off = year.off.map(([first, last], i): [string, string] => [i === 0 ? '2025-12-31' : first, last])
  assert.equal(yearProblem({ ...year, off }), undefined)
  const earlier = year.off.map(([first, last], i): [string, string] => [i === 0 ? '2025-12-24' : first, last])
  assert.equal(yearProblem({ ...year, off: earlier })?.code, 'calendar.year.other-year')
})

const weekends = Array.from({ length: 365 }, (_, i) => addDays('2026-01-01', i)).filter(
  (day) => isWeekend(day) && !year.off.some(([first, last]) => day >= first && day <= last),
)
const without = (day: string) => year.off.filter(([first, last]) => day < first || day > last)

const faults: [string, Partial<CalendarYear>, string][] = [
  ['nobody says where it comes from', { source: ' ' }, 'no-source'],
  ['a day does not exist', { work: ['2026-02-30'] }, 'no-day'],
  ['a day is of another year', { work: ['2027-01-03'] }, 'other-year'],
  ['a holiday ends before it begins', { off: [...year.off, ['2026-08-09', '2026-08-08']] }, 'range-turned'],
  ['two holidays overlap', { off: [...year.off, ['2026-05-05', '2026-05-06']] }, 'off-twice'],
  ['a day is both off and moved', { work: [...year.work, '2026-02-15'] }, 'off-and-work'],
  ['an ordinary Monday is moved', { work: [...year.work, '2026-03-02'] }, 'work-on-workday'],
  ['a day is moved twice', { work: [...year.work, year.work[0]!] }, 'work-twice'],
  ['the National Day is missing', { off: without('2026-10-01') }, 'holiday-missing'],
  ['the Spring Festival is missing', { off: without('2026-02-17') }, 'no-spring-festival'],
  ['the year has no weekends', { work: weekends }, 'implausible'],
  ['the whole summer is off', { off: [...year.off, ['2026-07-01', '2026-08-31']] }, 'implausible'],
]

for (const [what, change, code] of faults) {
  test(`a year is refused when ${what}`, () => {
    const problem = yearProblem({ ...year, ...change })
    assert.equal(problem?.code, `calendar.year.${code}`)
    assert.ok(calendarTexts[problem!.code], 'it has a sentence')
  })
}
