import { type RawBuilder, sql } from 'kysely'
import type { Lamp } from '../calendar/clock.ts'
import type { Day } from '../calendar/day.ts'
import type { Person, Right } from '../identity/can.ts'
import { contains, coveredBy, underArea } from './rights-filter.ts'

/** 待办, 在办, 已办, 挂起箱 */
export type Box = 'todo' | 'doing' | 'done' | 'suspended'

export type WorklistFilter = { business?: string; step?: string; area?: string; lamp?: Lamp; text?: string }

/**
 * The disjoint parts of a person's box, each answered by one index: what lies in the pool of each of their roles, and what is
 * theirs by name. The rights are those of this request.
 */
export function partsOf(box: Box, person: Person): RawBuilder<boolean>[] {
  const { id } = person
  switch (box) {
    case 'todo':
      return [...inPools(person, sql`t.state = 'open'`), sql`t.assignee = ${id} and t.state = 'open'`]
    case 'doing':
      return [sql`t.assignee = ${id} and t.state = 'claimed'`]
    case 'done':
      return [sql`t.done_by = ${id} and t.state = 'done'`]
    case 'suspended':
      return [...inPools(person, sql`t.state = 'suspended'`), sql`t.assignee = ${id} and t.state = 'suspended'`]
  }
}

function inPools({ rights }: Person, state: RawBuilder<boolean>): RawBuilder<boolean>[] {
  const byRole = Map.groupBy(rights, ({ role }) => role)
  return [...byRole].map(
    ([role, some]: [string, Right[]]) =>
      sql`${state} and t.assignee is null and t.role = ${role} and ${coveredBy(some, 't')}`,
  )
}

export function conditions({ business, step, area, lamp, text }: WorklistFilter, today: Day): RawBuilder<boolean> {
  const all = [
    business === undefined ? undefined : sql<boolean>`t.business = ${business}`,
    step === undefined ? undefined : sql<boolean>`t.step = ${step}`,
    area === undefined ? undefined : underArea(area, 't'),
    lamp === undefined ? undefined : sql<boolean>`${lampSql(today)} = ${lamp}`,
    text === undefined || text === ''
      ? undefined
      : sql<boolean>`t.case_id in (select id from case_ where number ilike ${contains(text)} or title ilike ${contains(text)})`,
  ].filter((one) => one !== undefined)
  return all.length === 0 ? sql`true` : sql.join(all, sql` and `)
}

/** The same three comparisons as `lampOf` in limits.ts. */
export const lampSql = (today: Day): RawBuilder<Lamp> =>
  sql`case when t.due = 'infinity' or t.state not in ('open', 'claimed') then 'grey' when t.due < ${today}::date then 'red'
    when t.warn_from <= ${today}::date then 'yellow' else 'green' end`
