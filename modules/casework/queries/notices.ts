import { Type } from '@sinclair/typebox'
import { noticesFor } from '../../../kernel/cases/notices.ts'
import { query } from '../../../kernel/http/action.ts'

/** What the reader was told: taken over, reassigned, nudged. */
export const notices = query({
  name: 'casework.notice.list',
  input: Type.Object({}),
  handle: async (context) => ({ rows: await noticesFor(context) }),
})
