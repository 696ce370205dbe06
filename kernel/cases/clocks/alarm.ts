import { addWorkingDays, type WorkCalendar } from '../../calendar/calendar.ts'
import { addDays, type Day } from '../../calendar/day.ts'
import type { Escalation } from '../case-process.ts'
import type { Limit } from '../tables.ts'

/** What is to be told on a day, once: that the lamp has turned, that it has been red for too long. `next`: the day of the next alarm. */
export type Alarm = { lamp: 'yellow' | 'red' | null; escalate: boolean; next: Day }

/**
 * `limit.alarm_on` says what has been told: the last day or before, nothing; the day after, yellow; later, red.
 * Seen only when it is red already (the server stood still), yellow is not told any more.
 */
export function alarmOn(
  day: Day,
  { due, alarm_on }: Pick<Limit, 'due' | 'alarm_on'>,
  escalation: Escalation | undefined,
  calendar: WorkCalendar,
): Alarm {
  const redFrom = addDays(due, 1)
  const escalateOn = escalation && later(redFrom, addWorkingDays(due, escalation.afterDays, calendar).day)
  if (day < redFrom) return { lamp: 'yellow', escalate: false, next: redFrom }
  const escalate = escalateOn !== undefined && day >= escalateOn
  return {
    lamp: alarm_on > redFrom ? null : 'red',
    escalate,
    next: escalateOn !== undefined && !escalate ? escalateOn : 'infinity',
  }
}

const later = (a: Day, b: Day): Day => (a > b ? a : b)
