/**
 * How column values arrive in TypeScript, the same on both engines, by PostgreSQL type oid:
 * int8 and numeric → number, date and interval → string, timestamp(tz) → Date, bytea → Uint8Array, json(b) → value.
 * Areas stay far below 2^53 hundredths of a square metre, so a double holds them exactly.
 */
export const parsers: Record<number, (text: string) => unknown> = {
  17: (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex')),
  20: Number,
  114: (text) => JSON.parse(text),
  1082: (text) => text,
  1114: (text) => new Date(`${text.replace(' ', 'T')}Z`),
  1184: parseInstant,
  1186: (text) => text,
  1700: Number,
  3802: (text) => JSON.parse(text),
}

/** «2026-11-22 08:06:32.123+08» → Date; PostgreSQL leaves out the minutes of a whole-hour offset. */
function parseInstant(text: string): Date {
  return new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
}
