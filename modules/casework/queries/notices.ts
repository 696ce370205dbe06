import { Type } from '@sinclair/typebox'
import { noticesFor } from '../../../kernel/cases/talk/notices.ts'
import { query } from '../../../kernel/http/action.ts'

/** What the reader was told: {rows, unread}. */
export const notices = query({
  name: 'casework.notice.list',
  input: Type.Object({}),
  handle: (context) => noticesFor(context),
})
