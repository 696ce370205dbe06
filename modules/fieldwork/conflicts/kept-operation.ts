import { sql } from 'kysely'
import type { Context } from '../../../kernel/http/action.ts'
import { conflict, notFound, type Problem, Refusal } from '../../../kernel/problems/problem.ts'
import type { Answer, Operation, Settled, Status } from '../schema.ts'

/** An operation as it is kept, and where its task lies. */
export type KeptOperation = Operation & {
  protocol: number
  device: string
  personId: string
  person: string
  receivedAt: Date
  status: Status
  answer: Answer
  settledHow: Settled['how'] | null
  areaCode: string | null
  business: string | null
  caseId: string | null
  number: string | null
}

/** `lock`: nobody else decides of it meanwhile. Throws when there is none. */
export async function keptOperation({ trx }: Pick<Context, 'trx'>, id: string, lock = false): Promise<KeptOperation> {
  const { rows } =
    await sql<KeptOperation>`select o.id, o.device, o.sequence::int as sequence, o.kind, o.task_id as "taskId",
      o.base_revision as "baseRevision", o.payload, o.previous_hash as "previousHash", o.hash, o.protocol, o.status, o.answer,
      o.settled_how as "settledHow", o.received_at as "receivedAt", o.person as "personId", p.name as person,
      t.area_code as "areaCode", t.business, t.case_id as "caseId", c.number
    from field_operation o join person p on p.id = o.person left join task t on t.id = o.task_id
      left join case_ c on c.id = t.case_id
    where o.id = ${id} ${lock ? sql`for update of o` : sql``}`.execute(trx)
  if (!rows[0]) throw new Refusal(notFound('fieldwork.operation.adopt.unknown'))
  return rows[0]
}

export const scopeOf = ({ areaCode, business }: KeptOperation) => ({
  area: areaCode ?? '',
  business: business ?? undefined,
})

/** What was done, or decided of, needs no decision. */
export function settledProblem({ status, settledHow }: KeptOperation): Problem | undefined {
  const isDone = status === 'applied' || status === 'duplicate' || settledHow !== null
  return isDone ? conflict('fieldwork.operation.adopt.done', { status }) : undefined
}
