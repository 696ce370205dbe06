import { type RawBuilder, sql } from 'kysely'
import type { Lamp } from '../../calendar/clock.ts'
import { addDays, type Day, startOfDay } from '../../calendar/day.ts'
import type { Person, Right } from '../../identity/can.ts'
import { coveredBy, underArea } from '../rights-filter.ts'
import { standInParts } from '../stand-in.ts'

/** 待办, 在办, 已办, 挂起箱 */
export type TaskBox = 'todo' | 'doing' | 'done' | 'suspended'
/** … and 传阅, 督办, 延期: cases one was shown, that are watched over, or for which more days are asked of one */
export type ToldBox = 'circulated' | 'supervised' | 'extensions'
export type Box = TaskBox | ToldBox

export const isTold = (box: Box): box is ToldBox => box === 'circulated' || box === 'supervised' || box === 'extensions'

/** `from` and `to`: days of arrival, both counted. `organisation`: its id. */
export type WorklistFilter = {
  business?: string
  step?: string
  area?: string
  organisation?: string
  lamp?: Lamp
  text?: string
  from?: Day
  to?: Day
}

/**
 * The disjoint parts of a person's box, each answered by one index: what lies in the pool of each of their roles (those lent
 * to a stand-in are among the rights), what is theirs by name, and what is another's by name whom they stand in for.
 */
export const partsOf = (box: TaskBox, person: Person): RawBuilder<boolean>[] => [
  ...pooledParts(box, person),
  ...ownParts(box, person),
]

/** What is nobody's yet. */
const pooledParts = (box: TaskBox, person: Person): RawBuilder<boolean>[] =>
  box === 'todo' || box === 'suspended' ? inPools(person, inBox(box)) : []

/** What is theirs, or done by them. */
export const ownParts = (box: TaskBox, person: Person): RawBuilder<boolean>[] =>
  box === 'done' ? [sql`t.done_by = ${person.id} and t.state = 'done'`] : byName(person, inBox(box))

export const inBox = (box: Exclude<TaskBox, 'done'>): RawBuilder<boolean> => {
  const state = { todo: 'open', doing: 'claimed', suspended: 'suspended' }[box]
  return sql`t.state = ${sql.lit(state)}`
}

function byName(person: Person, state: RawBuilder<boolean>): RawBuilder<boolean>[] {
  const lent = standInParts(person).map(({ principal, business, area }) =>
    allOf([
      sql`t.assignee = ${principal.id} and ${state}`,
      business === '*' ? undefined : sql`t.business = ${business}`,
      area === '' ? undefined : underArea(area, 't'),
    ]),
  )
  return [sql`t.assignee = ${person.id} and ${state}`, ...lent]
}

const inPools = (person: Person, state: RawBuilder<boolean>): RawBuilder<boolean>[] =>
  poolsOf(person).map((pool) => inPool(pool, state))

export const inPool = ({ tasks }: Pool, state: RawBuilder<boolean>): RawBuilder<boolean> =>
  sql`${state} and t.assignee is null and ${tasks}`

/** A right to tasks of one role. `area`: the smallest the condition speaks of. */
export type Pool = { area: string; tasks: RawBuilder<boolean> }

/**
 * One part a right: an area is one range of the index, areas told with «or» are none. Each leaves out what the ones before hold,
 * which are of no smaller areas.
 */
export function poolsOf({ rights }: Person): Pool[] {
  const byRole = Map.groupBy(rights, ({ role }) => role)
  return [...byRole].flatMap(([role, some]: [string, Right[]]) =>
    widest(some)
      .toSorted((a, b) => a.area.length - b.area.length)
      .map((right, k, all) => ({
        area: right.area,
        tasks: allOf([
          sql`t.role = ${role} and ${coveredBy([right], 't')}`,
          k > 0 ? sql<boolean>`not ${coveredBy(all.slice(0, k), 't')}` : undefined,
        ]),
      })),
  )
}

/** Without those that another one holds whole: a town's beside its county's. */
const widest = (rights: Right[]): Right[] =>
  rights.filter(
    (right, k) => !rights.some((other, i) => i !== k && holds(other, right) && (i < k || !holds(right, other))),
  )

const holds = (a: Right, b: Right): boolean =>
  b.area.startsWith(a.area) &&
  (a.business === '*' || a.business === b.business) &&
  (a.organisation === null || a.organisation === b.organisation)

/** The same without its text, which the database is asked for first (`saying`). */
export type Untexted<F extends WorklistFilter> = Omit<F, 'text'> & { text?: never }

/** `runs`: of tasks that are known to be open or claimed. */
export function conditions(filter: Untexted<WorklistFilter>, today: Day, runs = false): RawBuilder<boolean> {
  const { business, step, area, organisation, lamp, from, to } = filter
  return allOf([
    business && sql<boolean>`t.business = ${business}`,
    step && sql<boolean>`t.step = ${step}`,
    area && underArea(area, 't'),
    organisation && sql<boolean>`t.organisation = ${organisation}`,
    lamp && lampIs(lamp, today, runs),
    from && sql<boolean>`t.opened_at >= ${new Date(startOfDay(from))}`,
    to && sql<boolean>`t.opened_at < ${new Date(startOfDay(addDays(to, 1)))}`,
  ])
}

/** All of the conditions that are asked for. */
export function allOf(some: (RawBuilder<boolean> | string | undefined)[]): RawBuilder<boolean> {
  const asked = some.filter((one) => typeof one === 'object')
  return asked.length === 0 ? sql`true` : sql.join(asked, sql` and `)
}

/** The same three comparisons as `lampOf` in limits.ts. */
export const lampSql = (today: Day): RawBuilder<Lamp> =>
  sql`case when t.due = 'infinity' or t.state not in ('open', 'claimed') then 'grey' when t.due < ${today}::date then 'red'
    when t.warn_from <= ${today}::date then 'yellow' else 'green' end`

/** `lampSql` as ranges of the index's own column, so that the overdue are found at its front. */
function lampIs(lamp: Lamp, today: Day, known: boolean): RawBuilder<boolean> {
  const runs = known ? sql`true` : sql`t.state in ('open', 'claimed')`
  switch (lamp) {
    case 'red':
      return sql`${runs} and t.due < ${today}::date`
    case 'yellow':
      return sql`${runs} and t.due >= ${today}::date and t.due < 'infinity' and t.warn_from <= ${today}::date`
    case 'green':
      return sql`${runs} and t.due >= ${today}::date and t.due < 'infinity' and t.warn_from > ${today}::date`
    case 'grey':
      return known ? sql`t.due = 'infinity'` : sql`(t.due = 'infinity' or not ${runs})`
  }
}
