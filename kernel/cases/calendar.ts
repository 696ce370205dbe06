import { type CalendarYear, calendarOf, type WorkCalendar } from '../calendar/calendar.ts'
import { CHINA } from '../calendar/china.ts'
import type { Trx } from '../db/database.ts'
import { type CaseWork, tablesOf } from './work.ts'

/** `publishedAt` null: the year is as the program brought it. */
export type KnownYear = CalendarYear & { publishedAt: Date | null; publishedBy: string | null }

/** Every year there is a notice for, the earliest first; what was published here goes before what the program knows. */
export async function calendarYears(work: Pick<CaseWork, 'trx'>): Promise<KnownYear[]> {
  const rows = await tablesOf(work).selectFrom('calendar_year').selectAll().execute()
  const published = rows.map(({ published_at, published_by, ...year }) => ({
    ...year,
    publishedAt: published_at,
    publishedBy: published_by,
  }))
  const brought = CHINA.filter(({ year }) => !published.some((one) => one.year === year))
  return [...published, ...brought.map((year) => ({ ...year, publishedAt: null, publishedBy: null }))].sort(
    (a, b) => a.year - b.year,
  )
}

const ofTransaction = new WeakMap<Trx, Promise<WorkCalendar>>()
/** The calendar last built, and from what: another server may have published since, so every transaction looks. */
let built: { edition: string; calendar: WorkCalendar } | undefined

/** The calendar as this transaction sees it; asked of the database once in each. */
export function calendarFor(work: Pick<CaseWork, 'trx'>): Promise<WorkCalendar> {
  const known = ofTransaction.get(work.trx) ?? readCalendar(work)
  ofTransaction.set(work.trx, known)
  return known
}

/** After a year was published in this transaction. */
export const forgetCalendar = ({ trx }: Pick<CaseWork, 'trx'>): boolean => ofTransaction.delete(trx)

async function readCalendar(work: Pick<CaseWork, 'trx'>): Promise<WorkCalendar> {
  const years = await calendarYears(work)
  const edition = JSON.stringify(years)
  if (built?.edition !== edition) built = { edition, calendar: calendarOf(years) }
  return built.calendar
}
