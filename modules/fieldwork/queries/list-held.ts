import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { coveredBy, rightsTo } from '../../../kernel/cases/rights-filter.ts'
import { query } from '../../../kernel/http/action.ts'
import type { Answer, Settled, Status } from '../schema.ts'

export type HeldOperation = {
  id: string
  device: string
  sequence: number
  kind: string
  taskId: string
  caseId: string | null
  number: string | null
  person: string
  receivedAt: Date
  status: Status
  settledHow: Settled['how'] | null
  settledAt: Date | null
  settledWhy: string | null
  payload: unknown
  answer: Answer
}

/** What came from the field and was not done: held, in conflict, or set apart; nothing of it is ever deleted. */
export const listHeld = query({
  name: 'fieldwork.operation.list',
  input: Type.Object({
    status: Type.Optional(Type.Union(['held', 'conflict', 'quarantined'].map((status) => Type.Literal(status)))),
    caseId: Type.Optional(Type.String({ format: 'uuid' })),
    /** those of which somebody has decided, the latest first */
    settled: Type.Optional(Type.Boolean()),
  }),
  async handle({ trx, person }, { status, caseId, settled = false }) {
    const { rows } =
      await sql<HeldOperation>`select o.id, o.device, o.sequence, o.kind, o.task_id as "taskId", c.id as "caseId", c.number,
        p.name as person, o.received_at as "receivedAt", o.status, o.settled_how as "settledHow",
        o.settled_at as "settledAt", o.settled_why as "settledWhy", o.payload, o.answer
      from field_operation o join person p on p.id = o.person left join task t on t.id = o.task_id left join case_ c on c.id = t.case_id
      where case when ${settled} then o.settled_how is not null else o.status in ('held', 'conflict', 'quarantined') and o.settled_how is null
          and (o.waits_for is null or o.received_at < now() - interval '1 hour') end
        and (${status ?? null}::text is null or o.status = ${status ?? null})
        and (${caseId ?? null}::uuid is null or c.id = ${caseId ?? null})
        and (o.person = ${person.id} or ${coveredBy(rightsTo(person, 'fieldwork.operation.list'), 'c')})
      order by coalesce(o.settled_at, o.received_at) desc, o.sequence desc limit 500`.execute(trx)
    return { rows }
  },
})
