import { FormatRegistry } from '@sinclair/typebox'

// TypeBox knows no formats of its own: whoever checks an act imports this.
FormatRegistry.Set('uuid', (value) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value))
FormatRegistry.Set('date-time', isInstant)

/** RFC 3339 of the years 1900 to 2999, with its zone: without one nobody knows which hour is meant. */
const INSTANT = /^((?:19|2\d)\d\d-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/

/** A day of the calendar too: what JavaScript reads as 3 March for 31 February, no database does. */
function isInstant(value: string): boolean {
  const day = INSTANT.exec(value)?.[1]
  if (day === undefined) return false
  const midnight = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day)
}
