import { addWorkingDays, type WorkCalendar } from '../calendar/calendar.ts'
import { dueDate, type Lamp } from '../calendar/clock.ts'
import { type Day, dayOf } from '../calendar/day.ts'
import type { CaseState, Limit, TaskState } from './tables.ts'

export type Paused = { began_at: Date; ended_at: Date | null }

const NO_LIMIT: Limit = { limit_days: null, due: 'infinity', warn_from: 'infinity', alarm_on: 'infinity' }

/** Working days after which the lamp turns yellow, counted back from the last: the rule of kernel/calendar `lamp`. */
const warningDays = (limitDays: number): number => Math.max(3, Math.floor(0.3 * limitDays))

/**
 * The limit of a case or task begun at `from`, as it is stored; null: its clock has not begun. While a pause is open there
 * is no last day: it is set on resuming. A limit so short that it begins yellow has nothing to turn: its reminder comes on
 * the last day.
 */
export function limitFrom(
  from: Date | null,
  limitDays: number | null | undefined,
  calendar: WorkCalendar,
  pauses: Paused[] = [],
): Limit {
  if (!limitDays) return NO_LIMIT
  if (!from) return { ...NO_LIMIT, limit_days: limitDays }
  return pauses.length > 0 ? count(from, limitDays, calendar, pauses) : counted(from, limitDays, calendar)
}

const known = new WeakMap<WorkCalendar, Map<string, Limit>>()

/** Every task of a day is given one of a few limits; counting days is the dearest part of an act outside the database. */
function counted(from: Date, limitDays: number, calendar: WorkCalendar): Limit {
  const ofCalendar = known.get(calendar) ?? new Map<string, Limit>()
  known.set(calendar, ofCalendar)
  const name = `${today(from)} ${limitDays}`
  const limit = ofCalendar.get(name) ?? count(from, limitDays, calendar, [])
  ofCalendar.set(name, limit)
  return limit
}

function count(from: Date, limitDays: number, calendar: WorkCalendar, pauses: Paused[]): Limit {
  const stops = pauses.map((p) => ({ from: p.began_at.getTime(), to: p.ended_at?.getTime() }))
  const { due } = dueDate(from.getTime(), limitDays, stops, calendar)
  if (due === undefined) return { ...NO_LIMIT, limit_days: limitDays }
  const warnFrom = addWorkingDays(due, -warningDays(limitDays), calendar).day
  return { limit_days: limitDays, due, warn_from: warnFrom, alarm_on: warnFrom > today(from) ? warnFrom : due }
}

export const today = (now: Date): Day => dayOf(now.getTime())

type Lit = Pick<Limit, 'due' | 'warn_from'> & { state: CaseState | TaskState }

/** The lamp of a stored limit: three comparisons of days, so that SQL and this agree (see `lampSql` in worklist-filter.ts). */
export function lampOf({ due, warn_from, state }: Lit, day: Day): Lamp {
  if (due === 'infinity' || (state !== 'running' && state !== 'open' && state !== 'claimed')) return 'grey'
  if (day > due) return 'red'
  return day >= warn_from ? 'yellow' : 'green'
}
