import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { publishForm } from '../../../kernel/forms/store.ts'
import { action } from '../../../kernel/http/action.ts'
import { holdersBeside } from '../../../kernel/identity/holders.ts'
import { nextVersion, readDraft } from '../form-drafts.ts'
import { refuseConfirming } from '../rules/draft-standing.ts'
import { FormKey, Revision } from '../schema.ts'

/** 确认发布 by a second person: new cases begin on the new version, those that run stay on theirs. */
export const confirmForm = action({
  verb: 'forms.form.confirm',
  input: Type.Object({ key: FormKey, revision: Revision }),
  facts: async ({ trx, person }, { key }) => {
    const draft = await readDraft(trx, key)
    const acted = [draft.changedBy.id, ...(draft.proposedBy ? [draft.proposedBy.id] : [])]
    return { draft, me: person.id, others: await holdersBeside(trx, acted, 'forms.form.confirm') }
  },
  refuse: ({ draft, me, others }, { revision, key }) => refuseConfirming(draft, revision, me, others, key),
  async handle({ trx, person, now }, { key }, { draft }) {
    const version = await nextVersion(trx, key)
    const proposal = { by: draft.proposedBy!.id, note: draft.note }
    await publishForm(trx, { ...draft.definition, version }, person.id, now, proposal)
    await sql`delete from form_draft where key = ${key}`.execute(trx)
    return { version }
  },
  audit: ({ key }, { version }, { draft }) => ({
    subject: `form:${key}`,
    before: { version: draft.baseVersion },
    after: { version, proposedBy: draft.proposedBy?.id, note: draft.note },
  }),
})
