import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action, type Context } from '../../../kernel/http/action.ts'
import { conflict, notFound, Refusal } from '../../../kernel/problems/problem.ts'
import type { Answer, Operation, Status } from '../schema.ts'
import { applyOperation } from '../sync/apply-operation.ts'
import { keepAnswer } from '../sync/operations.ts'

type Kept = Operation & {
  device: string
  status: Status
  areaCode: string | null
  business: string | null
  caseId: string | null
}

/**
 * Takes up what was held, in conflict or set apart, as work of the person who holds the task now: a late photo, the other
 * of two versions. The phone that sent it then gets the new answer.
 */
export const adoptOperation = action({
  verb: 'fieldwork.operation.adopt',
  input: Type.Object({ operationId: Type.String({ format: 'uuid' }) }),
  facts: (context, { operationId }) => keptOperation(context, operationId),
  scope: ({ areaCode, business }) => ({ area: areaCode ?? '', business: business ?? undefined }),
  refuse: ({ status }) =>
    status === 'applied' || status === 'duplicate' ? conflict('fieldwork.operation.adopt.done', { status }) : undefined,
  async handle(context, { operationId }, kept) {
    const { device, ...operation } = kept
    // Adopting is to say: this version counts, whatever was there.
    const answer: Answer = {
      id: operationId,
      ...(await applyOperation({ context, device, operation: { ...operation, baseRevision: null } })),
    }
    if (answer.status !== 'applied' && answer.status !== 'duplicate')
      throw new Refusal(answer.problem ?? conflict('fieldwork.operation.adopt.still', { status: answer.status }))
    await keepAnswer(context.trx, answer)
    return answer
  },
  audit: ({ operationId }, { status }, { caseId }) => ({ subject: `case:${caseId}`, after: { operationId, status } }),
})

async function keptOperation({ trx }: Context, id: string): Promise<Kept> {
  const { rows } =
    await sql<Kept>`select o.id, o.device, o.sequence, o.kind, o.task_id as "taskId", o.base_revision as "baseRevision", o.payload,
      o.previous_hash as "previousHash", o.hash, o.status, t.area_code as "areaCode", t.business, t.case_id as "caseId"
    from field_operation o left join task t on t.id = o.task_id where o.id = ${id} for update of o`.execute(trx)
  const kept = rows[0]
  if (!kept) throw new Refusal(notFound('fieldwork.operation.adopt.unknown'))
  return kept
}
