import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'
import { action } from '../../../kernel/http/action.ts'
import { conflict } from '../../../kernel/problems/problem.ts'
import { readDraft } from '../form-drafts.ts'
import { refuseWithdrawing } from '../rules/draft-standing.ts'
import { FormKey } from '../schema.ts'

/** Whoever proposed it takes it back to draw on. */
export const withdrawProposal = action({
  verb: 'forms.form.withdraw',
  input: Type.Object({ key: FormKey }),
  facts: async ({ trx, person }, { key }) => ({ draft: await readDraft(trx, key), me: person.id }),
  refuse: ({ draft, me }, { key }) => refuseWithdrawing(draft, me, key),
  handle: ({ trx }, { key }) => reopen(trx, key, null),
  audit: ({ key }, _result, { draft }) => ({ subject: `form:${key}`, before: { note: draft.note } }),
})

/** The second person sends it back, with a reason that stands above the draft. */
export const declineProposal = action({
  verb: 'forms.form.decline',
  input: Type.Object({ key: FormKey, reason: Type.String({ minLength: 1, maxLength: 500 }) }),
  facts: ({ trx }, { key }) => readDraft(trx, key),
  refuse: ({ proposedBy }, { key }) => (proposedBy ? undefined : conflict('forms.form.confirm.not-proposed', { key })),
  handle: ({ trx }, { key, reason }) => reopen(trx, key, reason),
  audit: ({ key, reason }, _result, { proposedBy }) => ({
    subject: `form:${key}`,
    before: { proposedBy: proposedBy?.id },
    after: { reason },
  }),
})

async function reopen(trx: Trx, key: string, reason: string | null): Promise<void> {
  await sql`update form_draft set proposed_at = null, proposed_by = null, declined_reason = ${reason}
    where key = ${key}`.execute(trx)
}
