import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { query } from '../../../../kernel/http/action.ts'
import { areasOf, inAreas, pageOf } from '../../queries/visible.ts'

export type SharedRow = {
  clueId: string
  number: string
  caseId: string | null
  caseNumber: string | null
  areaCode: string
  kind: 'result' | 'suspect' | 'place' | 'link'
  payload: unknown
  writtenAt: Date
  message: {
    id: string
    state: 'waiting' | 'delivered' | 'dead'
    attempts: number
    deliveredAt: string | null
    lastError: string | null
  } | null
}

/** What was written to the shared store, and whether partners have it. */
export const listShared = query({
  name: 'landuse.share.list',
  input: Type.Object({
    kind: Type.Optional(Type.Union(['result', 'suspect', 'place', 'link'].map((kind) => Type.Literal(kind)))),
    delivery: Type.Optional(Type.Union(['waiting', 'delivered', 'dead'].map((state) => Type.Literal(state)))),
    area: Type.Optional(Type.String()),
    page: Type.Optional(Type.Integer({ minimum: 1 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
  }),
  async handle({ trx, person }, { kind, delivery, area, page, pageSize }) {
    const from = sql`from landuse_shared s join landuse_clue c on c.id = s.clue
      left join lateral (select id, state, attempts, delivered_at, last_error from outbox
        where topic = 'landuse.' || s.kind and key = coalesce(case when s.kind = 'link' then s.clue || ':' || c.linked_clue end, c.case_id::text)
        order by sequence desc limit 1) o on true
      where ${inAreas(sql`c.area_code`, areasOf(person, 'landuse.share.list'))} and ${area === undefined ? sql`true` : inAreas(sql`c.area_code`, [area])}
        and (${kind ?? null}::text is null or s.kind = ${kind ?? null}) and (${delivery ?? null}::text is null or o.state = ${delivery ?? null})`
    const { rows } =
      await sql<SharedRow>`select c.id as "clueId", c.number, c.case_id as "caseId", c.case_number as "caseNumber", c.area_code as "areaCode",
        s.kind, s.payload, s.written_at as "writtenAt",
        case when o.id is not null then jsonb_build_object('id', o.id, 'state', o.state, 'attempts', o.attempts, 'deliveredAt', o.delivered_at,
          'lastError', o.last_error) end as message
      ${from} order by s.written_at desc, c.number, s.kind ${pageOf({ page, pageSize })}`.execute(trx)
    const total = await sql<{ total: number }>`select count(*) as total ${from}`.execute(trx)
    return { rows, total: total.rows[0]!.total }
  },
})
