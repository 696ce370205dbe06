/** A day of the calendar in Asia/Shanghai, `YYYY-MM-DD`. Text, so that days compare and sort as they stand. */
export type Day = string

/** Milliseconds since 1970, or an ISO 8601 text with its offset. */
export type Instant = number | string

/** Asia/Shanghai has kept UTC+8 without summer time since September 1991. */
const OFFSET = 8 * 3_600_000
const LENGTH = 24 * 3_600_000

/** Throws RangeError for a text that is no instant, or that leaves its time zone open. */
export function milliseconds(instant: Instant): number {
  if (typeof instant === 'number') return instant
  const parsed = /(?:Z|[+-]\d\d:?\d\d)$/.test(instant) ? Date.parse(instant) : Number.NaN
  if (Number.isNaN(parsed)) throw new RangeError(`not an instant with an offset: ${instant}`)
  return parsed
}

/** The day it is in Shanghai at that instant. */
export const dayOf = (instant: Instant): Day => new Date(milliseconds(instant) + OFFSET).toISOString().slice(0, 10)

/** The last millisecond of the day in Shanghai. */
export const endOfDay = (day: Day): number => startOfDay(day) + LENGTH - 1

/** Throws RangeError for a text that is no day, also for 2025-02-30. */
export function startOfDay(day: Day): number {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== day)
    throw new RangeError(`not a day: ${day}`)
  return midnight - OFFSET
}

export const addDays = (day: Day, days: number): Day => dayOf(startOfDay(day) + days * LENGTH)

/** Saturday or Sunday. */
export function isWeekend(day: Day): boolean {
  const weekday = new Date(startOfDay(day) + OFFSET).getUTCDay()
  return weekday === 0 || weekday === 6
}
