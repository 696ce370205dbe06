import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../calendar/day.ts'
import type { Trx } from '../../db/database.ts'

/** How the cases of one group stand. Days are calendar days from filing to closing, on average. */
export type CaseFigures = {
  filed: number
  running: number
  suspended: number
  /** of those that run: past their last day, and within the days of warning */
  red: number
  yellow: number
  irregular: number
  /** closed ones that had a limit, and those of them closed by their last day */
  limited: number
  onTime: number
  meanDays: number | null
}

const closedDay = sql`(c.closed_at at time zone 'Asia/Shanghai')::date`
const isLimited = sql`c.state = 'ended' and c.limit_days is not null and c.due < 'infinity'`

/** The figures as columns over `case_ c`, by the calendar day they are asked on. */
export const caseFigures = (today: Day): RawBuilder<unknown> => sql`count(*)::int as filed,
  count(*) filter (where c.state = 'running')::int as running,
  count(*) filter (where c.state = 'suspended')::int as suspended,
  count(*) filter (where c.state = 'running' and c.due < ${today}::date)::int as red,
  count(*) filter (where c.state = 'running' and c.due >= ${today}::date and c.due < 'infinity' and c.warn_from <= ${today}::date)::int as yellow,
  count(*) filter (where c.state = 'closedIrregularly')::int as irregular,
  count(*) filter (where ${isLimited})::int as limited,
  count(*) filter (where ${isLimited} and ${closedDay} <= c.due)::int as "onTime",
  (extract(epoch from avg(c.closed_at - c.opened_at) filter (where c.state = 'ended')) / 86400)::float8 as "meanDays"`

export type MonthFigures = { month: string; filed: number; closed: number }

/** `cases`: «from … where …» with `case_ c`. Filed and closed in each of the twelve months up to `last` (YYYY-MM), those without any among them. */
export async function monthFigures(trx: Trx, last: string, cases: RawBuilder<unknown>): Promise<MonthFigures[]> {
  const by = (at: 'opened_at' | 'closed_at') =>
    sql`select to_char(${sql.ref(`c.${at}`)} at time zone 'Asia/Shanghai', 'YYYY-MM') as month, count(*)::int as n
      ${cases} and ${sql.ref(`c.${at}`)} is not null group by 1`
  const first = sql`${`${last}-01`}::date`
  const { rows } = await sql<MonthFigures>`select m.month, coalesce(f.n, 0) as filed, coalesce(d.n, 0) as closed
    from (select to_char(g, 'YYYY-MM') as month from generate_series(${first} - interval '11 months', ${first}, interval '1 month') g) m
      left join (${by('opened_at')}) f using (month) left join (${by('closed_at')}) d using (month)
    order by m.month`.execute(trx)
  return rows
}
