import { sql } from 'kysely'
import { addDays, startOfDay } from '../../calendar/day.ts'
import { today } from '../limits.ts'
import { coveredCases, rightsTo } from '../rights-filter.ts'
import { actorOf, type CaseWork } from '../work.ts'
import { type CaseFilter, caseConditions } from './case-filter.ts'
import { allOf } from './worklist-filter.ts'

/** Cases opened and closed in one day, week or month; `from`: its first day in Shanghai. */
export type TrendPoint = { from: string; opened: number; closed: number }
export type TrendUnit = 'day' | 'week' | 'month'

/** How far back each unit looks, in days. */
const REACH: Record<TrendUnit, number> = { day: 30, week: 26 * 7, month: 365 }

/** Received and closed within the acting person's rights to `verb`, the oldest first; units without any are among them. */
export async function caseTrend(
  work: CaseWork,
  verb: string,
  { unit, ...filter }: CaseFilter & { unit: TrendUnit },
): Promise<TrendPoint[]> {
  const day = today(work.now)
  const since = new Date(startOfDay(addDays(day, -REACH[unit])))
  const where = allOf([coveredCases(rightsTo(actorOf(work), verb), 'c'), await caseConditions(work, filter)])
  const counted = (at: 'opened_at' | 'closed_at') =>
    sql`(select date_trunc(${unit}, ${sql.ref(`c.${at}`)} at time zone 'Asia/Shanghai')::date as first, count(*)::int as n
      from case_ c where ${sql.ref(`c.${at}`)} >= ${since} and ${where} group by 1)`
  const step = sql.lit(`1 ${unit}`)
  const { rows } =
    await sql<TrendPoint>`select u.first::text as from, coalesce(o.n, 0) as opened, coalesce(e.n, 0) as closed
    from (select generate_series(date_trunc(${unit}, ${since}::timestamptz at time zone 'Asia/Shanghai'), ${day}::timestamp, ${step}::interval)::date as first) u
    left join ${counted('opened_at')} o on o.first = u.first left join ${counted('closed_at')} e on e.first = u.first
    order by u.first`.execute(work.trx)
  return rows
}
