import { Type } from '@sinclair/typebox'
import { action } from '../../../kernel/http/action.ts'
import { invalid } from '../../../kernel/problems/problem.ts'
import { upcast } from '../rules/upcast.ts'
import { chosenPayload, fieldsOf } from './chosen-payload.ts'
import { keptOperation, scopeOf, settledProblem } from './kept-operation.ts'
import { applyDecided, settle } from './settle.ts'

/**
 * Settles a conflict field by field: `take` names those of which the version from the field counts; of the others what is there stays. The
 * act itself is kept as it came.
 */
export const resolveConflict = action({
  verb: 'fieldwork.conflict.resolve',
  input: Type.Object({
    operationId: Type.String({ format: 'uuid' }),
    take: Type.Array(Type.String({ maxLength: 200 }), { maxItems: 500, uniqueItems: true }),
    reason: Type.Optional(Type.String({ maxLength: 500 })),
  }),
  facts: (context, { operationId }) => keptOperation(context, operationId, true),
  scope: scopeOf,
  refuse(kept, { take }) {
    const unknown = take.find((name) => !fieldsOf(kept.kind, kept.payload).includes(name))
    if (kept.status !== 'conflict')
      return settledProblem(kept) ?? invalid('fieldwork.conflict.none', { status: kept.status })
    return unknown ? invalid('fieldwork.conflict.unknown-field', { field: unknown }) : settledProblem(kept)
  },
  async handle(context, { take, reason }, kept) {
    const { kind, protocol } = kept
    if (take.length === 0) return settle(context, kept.answer, 'theirs', reason)
    const payload = chosenPayload(kind, upcast(protocol, kind, kept.payload), new Set(take))
    const answer = await applyDecided(context, { ...kept, payload })
    const isAll = fieldsOf(kind, kept.payload).every((name) => take.includes(name))
    return settle(context, answer, isAll ? 'mine' : 'merged', reason)
  },
  audit: ({ operationId, take, reason }, { status }, { caseId, answer }) => ({
    subject: `case:${caseId}`,
    before: { operationId, current: answer.current },
    after: { take, status, ...(reason && { reason }) },
  }),
})
