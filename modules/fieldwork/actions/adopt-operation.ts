import { Type } from '@sinclair/typebox'
import { action } from '../../../kernel/http/action.ts'
import { keptOperation, scopeOf, settledProblem } from '../conflicts/kept-operation.ts'
import { applyDecided, settle } from '../conflicts/settle.ts'

/**
 * Takes up what was held, in conflict or set apart: a late photo, the other of two versions. It counts as the work of who
 * made it. The phone that sent it then gets the new answer.
 */
export const adoptOperation = action({
  verb: 'fieldwork.operation.adopt',
  input: Type.Object({
    operationId: Type.String({ format: 'uuid' }),
    reason: Type.Optional(Type.String({ maxLength: 500 })),
  }),
  facts: (context, { operationId }) => keptOperation(context, operationId, true),
  scope: scopeOf,
  refuse: settledProblem,
  handle: async (context, { reason }, kept) => settle(context, await applyDecided(context, kept), 'adopted', reason),
  audit: ({ operationId, reason }, { status }, { caseId }) => ({
    subject: `case:${caseId}`,
    after: { operationId, status, ...(reason && { reason }) },
  }),
})
