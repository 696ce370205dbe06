import type { CalendarYear } from '../../calendar/calendar.ts'
import { yearProblem } from '../../calendar/check-year.ts'
import { json } from '../../db/database.ts'
import { refuseIf } from '../../problems/problem.ts'
import { calendarFor, forgetCalendar } from '../calendar.ts'
import { actorOf, type CaseWork, tablesOf } from '../work.ts'
import { type Moved, recomputeLimits } from './recompute-limits.ts'

/**
 * Holidays and moved working days of a year, from now on; published again they take the place of the former ones. The last
 * days of everything under way are counted anew in the same transaction. Returns how many have moved.
 */
export async function publishYear(work: CaseWork, given: CalendarYear): Promise<Moved> {
  refuseIf(yearProblem(given))
  const { year, source, off, work: moved } = given
  const before = await calendarFor(work)
  const published = { published_at: work.now, published_by: actorOf(work).id }
  const row = { source, off: json(off), work: json(moved), ...published }
  await tablesOf(work)
    .insertInto('calendar_year')
    .values({ year, ...row })
    .onConflict((c) => c.column('year').doUpdateSet(row))
    .execute()
  forgetCalendar(work)
  return recomputeLimits(work, before, await calendarFor(work), year)
}
