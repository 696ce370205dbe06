import { Type } from '@sinclair/typebox'
import { query } from '../../../kernel/http/action.ts'
import { draftsOf, readDraft } from '../drafts.ts'
import { Id } from '../schema.ts'

/** One's own filings that are begun, the latest first. */
export const listDrafts = query({
  name: 'approvals.draft.list',
  input: Type.Object({}),
  handle: async ({ trx, person }) => ({
    rows: (await draftsOf(trx, person.id)).map(({ content, ...draft }) => ({
      ...draft,
      title: String(content.title ?? ''),
    })),
  }),
})

export const viewDraft = query({
  name: 'approvals.draft.view',
  input: Type.Object({ id: Id }),
  handle: ({ trx, person }, { id }) => readDraft(trx, person.id, id),
})
