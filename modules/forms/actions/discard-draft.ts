import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action } from '../../../kernel/http/action.ts'
import { readDraft } from '../form-drafts.ts'
import { refuseSaving } from '../rules/draft-standing.ts'
import { FormKey, Revision } from '../schema.ts'

/** Throws a draft away; what is published stays as it is. The audit keeps what was drawn. */
export const discardDraft = action({
  verb: 'forms.draft.discard',
  input: Type.Object({ key: FormKey, revision: Revision }),
  facts: ({ trx }, { key }) => readDraft(trx, key),
  refuse: (draft, { revision, key }) => refuseSaving(draft, revision, key),
  async handle({ trx }, { key }) {
    await sql`delete from form_draft where key = ${key}`.execute(trx)
  },
  audit: ({ key }, _result, { definition, revision }) => ({
    subject: `form:${key}`,
    before: { revision, definition },
  }),
})
