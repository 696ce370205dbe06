import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../../kernel/calendar/day.ts'

/** What became of the applications of one group. Days are calendar days from filing to closing, on average. */
export type Figures = {
  filed: number
  running: number
  suspended: number
  /** of those under way: past their last day, and within the days of warning */
  red: number
  yellow: number
  granted: number
  refused: number
  irregular: number
  /** closed ones that had a limit, and those of them closed by their last day */
  limited: number
  onTime: number
  meanDays: number | null
}

const closedDay = sql`(c.closed_at at time zone 'Asia/Shanghai')::date`
const isLimited = sql`c.state = 'ended' and c.limit_days is not null and c.due < 'infinity'`

/** The figures as columns over `case_ c`, by the calendar day they are asked on. */
export const figuresSql = (today: Day): RawBuilder<unknown> => sql`count(*)::int as filed,
  count(*) filter (where c.state = 'running')::int as running,
  count(*) filter (where c.state = 'suspended')::int as suspended,
  count(*) filter (where c.state = 'running' and c.due < ${today}::date)::int as red,
  count(*) filter (where c.state = 'running' and c.due >= ${today}::date and c.due < 'infinity' and c.warn_from <= ${today}::date)::int as yellow,
  count(*) filter (where c.state = 'ended' and c.result in ('granted', 'completed'))::int as granted,
  count(*) filter (where c.state = 'ended' and c.result not in ('granted', 'completed'))::int as refused,
  count(*) filter (where c.state = 'closedIrregularly')::int as irregular,
  count(*) filter (where ${isLimited})::int as limited,
  count(*) filter (where ${isLimited} and ${closedDay} <= c.due)::int as "onTime",
  (extract(epoch from avg(c.closed_at - c.opened_at) filter (where c.state = 'ended')) / 86400)::float8 as "meanDays"`
