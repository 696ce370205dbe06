import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../../kernel/calendar/day.ts'

/** How the changes of one group stand. Days are calendar days from filing to closing, on average. */
export type Figures = {
  filed: number
  running: number
  suspended: number
  /** of those that run: past their last day, and within the days of warning */
  red: number
  yellow: number
  changed: number
  refused: number
  irregular: number
  /** closed ones, and those of them closed by their last day */
  closed: number
  onTime: number
  meanDays: number | null
}

/** The figures as columns over `case_ c`, by the calendar day they are asked on. */
export const figuresSql = (today: Day): RawBuilder<unknown> => sql`count(*)::int as filed,
  count(*) filter (where c.state = 'running')::int as running,
  count(*) filter (where c.state = 'suspended')::int as suspended,
  count(*) filter (where c.state = 'running' and c.due < ${today}::date)::int as red,
  count(*) filter (where c.state = 'running' and c.due >= ${today}::date and c.due < 'infinity' and c.warn_from <= ${today}::date)::int as yellow,
  count(*) filter (where c.state = 'ended' and c.result = 'completed')::int as changed,
  count(*) filter (where c.state = 'ended' and c.result <> 'completed')::int as refused,
  count(*) filter (where c.state = 'closedIrregularly')::int as irregular,
  count(*) filter (where c.state = 'ended')::int as closed,
  count(*) filter (where c.state = 'ended' and (c.closed_at at time zone 'Asia/Shanghai')::date <= c.due)::int as "onTime",
  (extract(epoch from avg(c.closed_at - c.opened_at) filter (where c.state = 'ended')) / 86400)::float8 as "meanDays"`
