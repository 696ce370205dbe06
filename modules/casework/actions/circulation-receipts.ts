import { Type } from '@sinclair/typebox'
import { readCirculation as read, recallCirculation as recall } from '../../../kernel/cases/verbs/circulate.ts'
import { action } from '../../../kernel/http/action.ts'
import { Id, Reason } from '../schema.ts'

/** 已阅, with an answer or without; only by whom it was shown to. */
export const readCirculation = action({
  verb: 'casework.circulation.read',
  input: Type.Object({ id: Id, answer: Type.Optional(Reason) }),
  handle: (context, { id, answer }) => read(context, id, answer),
  audit: ({ id, answer }) => ({ subject: `circulation:${id}`, after: { answer } }),
})

/** Taken back by the sender while it is unread. */
export const recallCirculation = action({
  verb: 'casework.circulation.recall',
  input: Type.Object({ id: Id }),
  handle: (context, { id }) => recall(context, id),
  audit: ({ id }) => ({ subject: `circulation:${id}` }),
})
