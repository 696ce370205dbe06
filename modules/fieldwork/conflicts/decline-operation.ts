import { Type } from '@sinclair/typebox'
import { action } from '../../../kernel/http/action.ts'
import { keptOperation, scopeOf, settledProblem } from './kept-operation.ts'
import { settle } from './settle.ts'

/** Says of what was held or set apart that it will not count, and why. It stays as it came, and the phone is told. */
export const declineOperation = action({
  verb: 'fieldwork.operation.decline',
  input: Type.Object({
    operationId: Type.String({ format: 'uuid' }),
    reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
  }),
  facts: (context, { operationId }) => keptOperation(context, operationId, true),
  scope: scopeOf,
  refuse: settledProblem,
  handle: (context, { reason }, { answer }) => settle(context, answer, 'declined', reason),
  audit: ({ operationId, reason }, _, { caseId, status }) => ({
    subject: `case:${caseId}`,
    before: { operationId, status },
    after: { declined: reason },
  }),
})
