import { Type } from '@sinclair/typebox'
import { markRead } from '../../../kernel/cases/talk/notices.ts'
import { action } from '../../../kernel/http/action.ts'
import { Ids } from '../schema.ts'

/** One's own notices, some or all, are marked as read; others' are left alone. */
export const readNotices = action({
  verb: 'casework.notice.read',
  input: Type.Object({ noticeIds: Type.Union([Ids, Type.Literal('all')]) }),
  handle: (context, { noticeIds }) => markRead(context, noticeIds),
  audit: ({ noticeIds }) => ({ subject: `notices:${noticeIds === 'all' ? 'all' : noticeIds.length}` }),
})
