import { type Static, Type } from '@sinclair/typebox'
import { type RawBuilder, sql } from 'kysely'
import { contains, coveredBy, rightsTo, underArea } from '../../../../kernel/cases/rights-filter.ts'
import type { Context } from '../../../../kernel/http/action.ts'
import { FIELD_ROLE } from '../../sync/standing.ts'
import { organisationsUnder } from '../organisations.ts'

const STATES = ['waiting', 'given', 'claimed', 'done'] as const

/** 待派 in the pool, 已派 to somebody who has not signed yet, 在办, 已办 within thirty days. */
export const DispatchFilter = Type.Object({
  state: Type.Optional(Type.Union(STATES.map((state) => Type.Literal(state)))),
  /** in number, title or the name of whoever has it */
  text: Type.Optional(Type.String({ maxLength: 100 })),
  area: Type.Optional(Type.String({ maxLength: 19, pattern: '^[0-9]*$' })),
  business: Type.Optional(Type.String({ maxLength: 60 })),
  /** id of whoever has it */
  holder: Type.Optional(Type.String({ format: 'uuid' })),
})

/** Field tasks of one's own organisation in the areas one has rights for. Speaks of t, c, h (holder). */
export async function dispatchable(
  { trx, person, now }: Context,
  { state = 'waiting', text, area, business, holder }: Static<typeof DispatchFilter>,
): Promise<RawBuilder<unknown>> {
  const own = [...(await organisationsUnder(trx, person.organisation.id))]
  const conditions = [
    sql`t.role = ${FIELD_ROLE}`,
    inState(state, now),
    coveredBy(rightsTo(person, 'fieldwork.dispatch.assign'), 't'),
    sql`(t.organisation is null or t.organisation = any(${own}::uuid[]))`,
    sql`(h.id is null or h.organisation = any(${own}::uuid[]))`,
    ...(text
      ? [sql`(c.number ilike ${contains(text)} or c.title ilike ${contains(text)} or h.name ilike ${contains(text)})`]
      : []),
    ...(area ? [underArea(area, 't')] : []),
    ...(business ? [sql`t.business = ${business}`] : []),
    ...(holder ? [sql`h.id = ${holder}`] : []),
  ]
  return sql.join(conditions, sql` and `)
}

function inState(state: (typeof STATES)[number], now: Date): RawBuilder<unknown> {
  switch (state) {
    case 'waiting':
      return sql`t.state = 'open' and t.assignee is null`
    case 'given':
      return sql`t.state = 'open' and t.assignee is not null`
    case 'claimed':
      return sql`t.state = 'claimed'`
    case 'done':
      return sql`t.state = 'done' and t.done_at > ${new Date(now.getTime() - 30 * 86_400_000)} and coalesce(t.outcome, '') not in ('withdrawn', 'returned')`
  }
}

export const DISPATCH_TABLES = sql`task t join case_ c on c.id = t.case_id left join person h on h.id = coalesce(t.done_by, t.assignee)`
