import { sql } from 'kysely'
import type { Trx } from '../db/database.ts'
import { conflict, invalid, Refusal } from '../problems/problem.ts'

/** What a pattern may use: «{year}», «{area}», and «{serial:4}», padded to four digits. */
export type NumberContext = { year: number; area: string }

/** Fills a pattern but for its serial; that text is the series, so numbers run per year and area where the pattern names them. */
function seriesOf(pattern: string, { year, area }: NumberContext): string {
  if ((pattern.match(/\{serial(:\d+)?\}/g) ?? []).length !== 1)
    throw new Refusal(invalid('documents.number.no-serial', { pattern }))
  return pattern.replaceAll('{year}', String(year)).replaceAll('{area}', area)
}

const numberOf = (series: string, serial: number): string =>
  series.replace(/\{serial(?::(\d+))?\}/, (_, width) => String(serial).padStart(Number(width ?? 1), '0'))

/**
 * 取号: the next number of a series, in the caller's transaction. Gapless: a transaction that is rolled back takes none,
 * and two at once wait for each other. `subject` is kind:id of what is numbered.
 */
export async function takeNumber(
  trx: Trx,
  pattern: string,
  context: NumberContext,
  subject: string,
  now: Date,
): Promise<string> {
  const [number] = await takeNumbers(trx, pattern, context, [subject], now)
  return number!
}

/** The same for many subjects at once; numbers in the order of the subjects. */
export async function takeNumbers(
  trx: Trx,
  pattern: string,
  context: NumberContext,
  subjects: string[],
  now: Date,
): Promise<string[]> {
  const series = seriesOf(pattern, context)
  const { rows } = await sql<{
    last: number
  }>`insert into number_counter (series, last) values (${series}, ${subjects.length})
    on conflict (series) do update set last = number_counter.last + excluded.last returning last`.execute(trx)
  const first = rows[0]!.last - subjects.length + 1
  const numbers = subjects.map((_, i) => numberOf(series, first + i))
  await sql`insert into number_taken (number, series, serial, subject, taken_at)
    select number, ${series}, serial, subject, ${now}
    from unnest(${numbers}::text[], ${subjects.map((_, i) => first + i)}::int[], ${subjects}::text[]) as taken (number, serial, subject)`.execute(
    trx,
  )
  return numbers
}

/** A number that will not be used: it stays recorded with the reason and is never given again. */
export async function voidNumber(trx: Trx, number: string, reason: string, by: string, now: Date): Promise<void> {
  const { numAffectedRows } =
    await sql`update number_taken set voided_at = ${now}, voided_by = ${by}, void_reason = ${reason}
    where number = ${number} and voided_at is null`.execute(trx)
  if (numAffectedRows !== 1n) throw new Refusal(conflict('documents.number.not-in-use', { number }))
}
