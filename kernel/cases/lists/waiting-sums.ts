import { sql } from 'kysely'
import type { Lamp } from '../../calendar/clock.ts'
import type { Day } from '../../calendar/day.ts'
import { later } from '../../db/packets.ts'
import { today } from '../limits.ts'
import { coveredBy, rightsTo } from '../rights-filter.ts'
import { actorOf, type CaseWork } from '../work.ts'
import { cellConditions, cells, cellsKnow } from './task-cells.ts'
import { AGES, type Age, ageSql, type WaitingFilter, waiting } from './waiting-filter.ts'
import { lampSql } from './worklist-filter.ts'

/**
 * What waits with one lamp at one step, in one area or organisation (`key`), or of one age (its number in AGES). `opened`: the
 * sum of the moments of arrival, seconds since 1970.
 */
export type Sum = {
  by: 'steps' | 'areas' | 'organisations' | 'ages'
  business: string | null
  step: string | null
  key: string | null
  age: number | null
  lamp: Lamp
  n: number
  opened: number
}

/** Within the acting person's rights to `verb`. `depth`: digits of area codes. From the cells where they know, else from every task. */
export async function sumsOf(work: CaseWork, verb: string, filter: WaitingFilter, depth: number): Promise<Sum[]> {
  const day = today(work.now)
  const rights = rightsTo(actorOf(work), verb)
  const areas = [filter.area, '0'.repeat(depth), ...rights.map(({ area }) => area)]
  const source = (await cellsKnow(work, day, areas, filter))
    ? fromCells(work, verb, filter, day, depth)
    : await fromTasks(work, verb, filter, day, depth)
  // Sorting a million rows by six texts takes ten times as long as keeping sums of them in memory.
  await later(work.trx, sql`select set_config('work_mem', '64MB', true)`)
  const { rows } =
    await sql<Sum>`select case grouping(business, area, organisation, age) when 7 then 'steps' when 11 then 'areas' when 13 then 'organisations' else 'ages' end as by,
      business, step, coalesce(area, organisation::text) as key, age, lamp, sum(n)::int as n, sum(opened)::float8 as opened
    from (${source}) t group by grouping sets ((business, step, lamp), (area, lamp), (organisation, lamp), (age, lamp))
    having sum(n) > 0`.execute(work.trx)
  return rows
}

function fromCells(work: CaseWork, verb: string, { age, ...filter }: WaitingFilter, day: Day, depth: number) {
  const ofAge = age ? sql`t.age = ${AGES.findIndex((one) => one.age === age)}` : sql`true`
  return sql`select business, step, left(area_code, ${depth}::int) as area, organisation, lamp, age, n, opened
    from ${cells(day)} t
    where ${coveredBy(rightsTo(actorOf(work), verb), 't')} and ${cellConditions(filter)} and ${ofAge}`
}

async function fromTasks(work: CaseWork, verb: string, filter: WaitingFilter, day: Day, depth: number) {
  const where = await waiting(work, verb, filter, day)
  return sql`select business, step, left(area_code, ${depth}::int) as area, organisation, ${lampSql(day)} as lamp, ${ageSql(day)} as age,
    count(*) as n, sum(extract(epoch from opened_at)::bigint) as opened
  from task t where ${where} group by ${sql.raw('business, step, area, organisation, lamp, age')}`
}

/** Days the oldest has waited; `age`: the highest there is, so that nobody looks further back. */
export async function longestOf(work: CaseWork, verb: string, filter: WaitingFilter, age: Age): Promise<number> {
  const where = await waiting(work, verb, { ...filter, age }, today(work.now))
  const { rows } = await sql<{
    days: number
  }>`select extract(epoch from ${work.now}::timestamptz - min(opened_at))::float8 / 86400 as days
    from task t where ${where}`.execute(work.trx)
  return rows[0]!.days
}
