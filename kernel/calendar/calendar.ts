import { addDays, type Day, isWeekend } from './day.ts'

/** One year's holidays and moved working days (调休), as published. */
export type CalendarYear = {
  year: number
  source: string
  /** holidays, first and last day */
  off: [first: Day, last: Day][]
  /** weekend days on which work is done */
  work: Day[]
}

export type WorkCalendar = { years: Set<number>; off: Set<Day>; work: Set<Day> }

/** `assumed`: a year was touched for which no notice is known; its weekends were taken as the only days off. */
export type Counted<T> = T & { assumed: boolean }

export function calendarOf(years: CalendarYear[]): WorkCalendar {
  return {
    years: new Set(years.map(({ year }) => year)),
    off: new Set(years.flatMap(({ off }) => off.flatMap(([first, last]) => daysFrom(first, last)))),
    work: new Set(years.flatMap(({ work }) => work)),
  }
}

function daysFrom(first: Day, last: Day): Day[] {
  const days: Day[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}

export const isKnown = (day: Day, calendar: WorkCalendar): boolean => calendar.years.has(Number(day.slice(0, 4)))

export function isWorkingDay(day: Day, calendar: WorkCalendar): boolean {
  if (calendar.work.has(day)) return true
  return !calendar.off.has(day) && !isWeekend(day)
}

/** The n-th working day after `start`; with a negative n before it; with 0 `start` itself, working day or not. */
export function addWorkingDays(start: Day, n: number, calendar: WorkCalendar): Counted<{ day: Day }> {
  if (!Number.isInteger(n)) throw new RangeError('working days are whole')
  const step = Math.sign(n)
  let day = start
  let assumed = false
  for (let left = Math.abs(n); left > 0; ) {
    day = addDays(day, step)
    assumed ||= !isKnown(day, calendar)
    if (isWorkingDay(day, calendar)) left--
  }
  return { day, assumed }
}

/** Working days after `from` up to and with `to`; negative when `to` lies before. Undoes `addWorkingDays`. */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkCalendar): Counted<{ days: number }> {
  const [early, late] = from <= to ? [from, to] : [to, from]
  // Going back, the later day is left out and the earlier one counts, as in addWorkingDays.
  const counted = from <= to ? daysFrom(addDays(early, 1), late) : daysFrom(early, addDays(late, -1))
  const days = counted.filter((day) => isWorkingDay(day, calendar)).length
  return { days: from <= to ? days : days && -days, assumed: counted.some((day) => !isKnown(day, calendar)) }
}
