import { Type } from '@sinclair/typebox'
import { readCase, scopeOfHandled } from '../../../kernel/cases/standing.ts'
import { addComment as say } from '../../../kernel/cases/talk/comments.ts'
import { action } from '../../../kernel/http/action.ts'
import { Id, Reason } from '../schema.ts'

/** A word in the talk beside the opinions; whoever is mentioned is told. Closed cases can still be talked about. */
export const addComment = action({
  verb: 'casework.comment.add',
  input: Type.Object({
    caseId: Id,
    text: Reason,
    mentions: Type.Optional(Type.Array(Id, { maxItems: 20, uniqueItems: true })),
  }),
  facts: (context, { caseId }) => readCase(context, caseId),
  scope: (row) => scopeOfHandled(row),
  handle: async (context, { text, mentions }, row) => ({
    id: await say(context, row, { text, ...(mentions && { mentions }) }),
  }),
  audit: ({ caseId, text, mentions = [] }, _result, { number }) => ({
    subject: `case:${caseId}`,
    after: { number, text, mentions },
  }),
})
