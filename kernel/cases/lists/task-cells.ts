import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../calendar/day.ts'
import { underArea } from '../rights-filter.ts'
import type { CaseWork } from '../work.ts'
import { ageSql } from './waiting-filter.ts'
import { allOf, lampSql, type WorklistFilter } from './worklist-filter.ts'

/**
 * What waits, counted: cells of a day (task_cell), and what has come and gone since (task_delta, written with each task by
 * triggers). Together they are true in every snapshot: fold-tasks.ts moves rows from one to the other in one statement.
 */

/** Digits of an area code down to the town (GB/T 10114): cells know no smaller area. */
const TOWN = 9

export const isTown = (area: string): boolean => area.length <= TOWN

/** Rows of tasks or deltas `t` as cells know them. `opened`: seconds since 1970, times n. */
export const asCells = (from: RawBuilder<unknown>, day: Day, pooled: RawBuilder<unknown>, n: RawBuilder<unknown>) =>
  sql`select t.role, t.state, ${pooled} as pooled, t.business, t.step, left(t.area_code, ${sql.lit(TOWN)}) as town, t.organisation,
    ${lampSql(day)} as lamp, ${ageSql(day)} as age, ${n} as n, ${n} * extract(epoch from t.opened_at)::bigint as opened
    from ${from}`

/** To be summed up: single rows may be negative. `area_code`: of the town. */
export const cells = (day: Day): RawBuilder<unknown> => sql`(
  select c.*, c.town as area_code from (
    select role, state, pooled, business, step, town, organisation, lamp, age, n, opened from task_cell where day = ${day}::date
    union all ${asCells(sql`task_delta t`, day, sql`t.pooled`, sql`t.n`)}) c)`

/** Can cells answer? Not below a town, not by text or day of arrival, and not before those of the day were counted. */
export async function cellsKnow(
  { trx }: Pick<CaseWork, 'trx'>,
  day: Day,
  areas: (string | undefined)[],
  { text, from, to }: WorklistFilter,
): Promise<boolean> {
  if (text || from || to || areas.some((area) => area && !isTown(area))) return false
  const { rows } = await sql`select 1 from task_cell_day where day = ${day}::date`.execute(trx)
  return rows.length > 0
}

/** `conditions` of worklist-filter.ts for rows of `cells`. */
export const cellConditions = ({ business, step, area, organisation, lamp }: WorklistFilter): RawBuilder<boolean> =>
  allOf([
    business && sql<boolean>`t.business = ${business}`,
    step && sql<boolean>`t.step = ${step}`,
    area && underArea(area, 't'),
    organisation && sql<boolean>`t.organisation = ${organisation}`,
    lamp && sql<boolean>`t.lamp = ${lamp}`,
  ])
