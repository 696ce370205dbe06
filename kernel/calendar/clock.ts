import { type Counted, isKnown, isWorkingDay, type WorkCalendar, workingDaysBetween } from './calendar.ts'
import { addDays, type Day, dayOf, endOfDay, type Instant } from './day.ts'

/** The clock stands still: 补正, 公示, 专家评审, 听证 (行政许可法 45) or 挂起. Without `to` it still does. */
export type Pause = { from: Instant; to?: Instant }

/** `due`: the last day; `dueAt`: its last millisecond. Both are missing while the clock stands still. */
export type Due = { due: Day; dueAt: number } | { due?: undefined; dueAt?: undefined }

/**
 * The last day of a limit in working days (行政许可法 82). Counting starts the working day after acceptance. A day does
 * not count when the clock stands still at its end: the day of pausing is not counted, the day of resuming is.
 */
export function dueDate(accepted: Instant, limitDays: number, pauses: Pause[], calendar: WorkCalendar): Counted<Due> {
  if (!Number.isInteger(limitDays) || limitDays < 1) throw new RangeError('a limit is at least one whole working day')
  const stops = pauses.map(({ from, to }) => ({ from: dayOf(from), until: to === undefined ? undefined : dayOf(to) }))
  let due = dayOf(accepted)
  let assumed = false
  for (let left = limitDays; left > 0; ) {
    due = addDays(due, 1)
    assumed ||= !isKnown(due, calendar)
    const stop = stops.find(({ from, until }) => due >= from && (until === undefined || due < until))
    if (stop && stop.until === undefined) return { assumed }
    if (!stop && isWorkingDay(due, calendar)) left--
  }
  return { due, dueAt: endOfDay(due), assumed }
}

export type Lamp = 'green' | 'yellow' | 'red' | 'grey'

export type LampInput = {
  due: Day | undefined
  now: Instant
  limitDays: number
  paused: boolean
  closed: boolean
}

/** 督办: grey when no clock runs, red past the last day, yellow with ≤ 3 working days or ≤ 30 % of the limit left. */
export function lamp({ due, now, limitDays, paused, closed }: LampInput, calendar: WorkCalendar): Lamp {
  if (paused || closed || due === undefined) return 'grey'
  const today = dayOf(now)
  if (today > due) return 'red'
  // Far off there is no need to count: weeks on end hold more working days than yellow allows.
  if (addDays(today, Math.max(3, limitDays) * 7) < due) return 'green'
  const { days } = workingDaysBetween(today, due, calendar)
  return days <= 3 || days <= 0.3 * limitDays ? 'yellow' : 'green'
}
