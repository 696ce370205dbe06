import type { CalendarYear } from '../../../../kernel/calendar/calendar.ts'
import { addDays, type Day, isWeekend } from '../../../../kernel/calendar/day.ts'

/** What a notice says of a day: a holiday, or a weekend day on which work is done. */
export type Mark = 'off' | 'work'
export type Marks = ReadonlyMap<Day, Mark>

export function marksOf({ off, work }: Pick<CalendarYear, 'off' | 'work'>): Marks {
  const marks = new Map<Day, Mark>(work.map((day) => [day, 'work']))
  for (const [first, last] of off) for (let day = first; day <= last; day = addDays(day, 1)) marks.set(day, 'off')
  return marks
}

/** A working day becomes a holiday and back; a weekend day becomes one on which work is done, then a holiday, then plain. */
export function toggled(marks: Marks, day: Day): Marks {
  const next = new Map(marks)
  const mark = marks.get(day)
  if (mark === 'off') next.delete(day)
  else next.set(day, mark === undefined && isWeekend(day) ? 'work' : 'off')
  return next
}

/** The notice again: holidays that follow each other are one range. */
export function noticeOf(marks: Marks): Pick<CalendarYear, 'off' | 'work'> {
  const days = [...marks.keys()].sort()
  const off: CalendarYear['off'] = []
  for (const day of days.filter((one) => marks.get(one) === 'off')) {
    const last = off.at(-1)
    if (last && addDays(last[1], 1) === day) last[1] = day
    else off.push([day, day])
  }
  return { off, work: days.filter((day) => marks.get(day) === 'work') }
}

/** The weeks of a month, Monday first; null outside it. */
export function weeksOf(year: number, month: number): (Day | null)[][] {
  const first = `${year}-${String(month).padStart(2, '0')}-01`
  const lead = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const cells = [...Array<null>(lead).fill(null), ...Array.from({ length }, (_, day) => addDays(first, day))]
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => cells[week * 7 + day] ?? null),
  )
}
