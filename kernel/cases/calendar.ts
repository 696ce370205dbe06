import { type CalendarYear, calendarOf, type WorkCalendar } from '../calendar/calendar.ts'
import { CHINA } from '../calendar/china.ts'
import type { Trx } from '../db/database.ts'
import { ahead } from '../db/packets.ts'
import type { CaseTables } from './tables.ts'
import { type CaseWork, tablesOf } from './work.ts'

/** `publishedAt` null: the year is as the program brought it. */
export type KnownYear = CalendarYear & { publishedAt: Date | null; publishedBy: string | null }

/** Every year there is a notice for, the earliest first; what was published here goes before what the program knows. */
export async function calendarYears(work: Pick<CaseWork, 'trx'>): Promise<KnownYear[]> {
  return yearsOf(await publishedYears(work).execute())
}

const publishedYears = (work: Pick<CaseWork, 'trx'>) => tablesOf(work).selectFrom('calendar_year').selectAll()

function yearsOf(rows: CaseTables['calendar_year'][]): KnownYear[] {
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
  const known = ofTransaction.get(work.trx) ?? calendarYears(work).then(build)
  ofTransaction.set(work.trx, known)
  return known
}

/** For an act that will need it: it comes with the next statement. */
export function calendarAhead(work: Pick<CaseWork, 'trx'>): void {
  const calendar = ahead(work.trx, publishedYears(work)).then((rows) => build(yearsOf(rows)))
  // An act that is refused first never asks for it.
  calendar.catch(() => {})
  ofTransaction.set(work.trx, calendar)
}

/** After a year was published in this transaction. */
export const forgetCalendar = ({ trx }: Pick<CaseWork, 'trx'>): boolean => ofTransaction.delete(trx)

function build(years: KnownYear[]): WorkCalendar {
  const edition = JSON.stringify(years)
  if (built?.edition !== edition) built = { edition, calendar: calendarOf(years) }
  return built.calendar
}
