import { Type } from '@sinclair/typebox'
import { action, query } from '../../../kernel/http/action.ts'
import { deleteMessages, markRead, messagesOf, unreadOf } from '../../../kernel/messages/inbox.ts'
import { Id, Kind, Which } from './schema.ts'

/** 消息列表: one's own, the newest first; `next` goes on behind the last. With the counts of unread ones (消息概览). */
export const listInbox = query({
  name: 'messages.inbox.list',
  input: Type.Object({
    kind: Type.Optional(Kind),
    unread: Type.Optional(Type.Boolean()),
    before: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  async handle({ trx, person }, { limit = 50, ...filter }) {
    const rows = await messagesOf(trx, person.id, { ...filter, limit: limit + 1 })
    const items = rows.slice(0, limit)
    const next = rows.length > limit ? items.at(-1)!.id : null
    return { items, next, ...(await unreadOf(trx, person.id)) }
  },
})

/** 清除未读 of one, of a kind, of all. */
export const readInbox = action({
  verb: 'messages.inbox.read',
  input: Type.Object({ which: Which }),
  handle: async ({ trx, person, now }, { which }) => ({ read: await markRead(trx, person.id, which, now) }),
  audit: ({ which }, { read }) => ({ subject: 'messages:own', after: { which, read } }),
})

export const deleteInbox = action({
  verb: 'messages.inbox.delete',
  input: Type.Object({ which: Which }),
  handle: async ({ trx, person, now }, { which }) => ({ deleted: await deleteMessages(trx, person.id, which, now) }),
  audit: ({ which }, { deleted }) => ({ subject: 'messages:own', after: { which, deleted } }),
})
