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

/** The element type of each array type above; PGlite works this out itself. */
export const elementOf: Record<number, number> = {
  199: 114,
  1001: 17,
  1016: 20,
  1115: 1114,
  1182: 1082,
  1185: 1184,
  1187: 1186,
  1231: 1700,
  3807: 3802,
}

/** «2026-11-22 08:06:32.123+08» → Date; PostgreSQL leaves out the minutes of a whole-hour offset. */
function parseInstant(text: string): Date {
  return new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
}
