import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import type { FormDefinition } from '../../../kernel/forms/definition.ts'
import { readForm } from '../../../kernel/forms/store.ts'
import { query } from '../../../kernel/http/action.ts'
import { holdersBeside } from '../../../kernel/identity/holders.ts'
import { notFound, Refusal } from '../../../kernel/problems/problem.ts'
import { checkDraft } from '../check-draft.ts'
import { findDraft } from '../form-drafts.ts'
import { FormKey } from '../schema.ts'
import { usesOf } from '../used-in.ts'

type Version = {
  version: number
  publishedAt: Date
  publishedBy: string | null
  proposedBy: string | null
  note: string | null
}

/** A form for whoever draws it: draft with its faults, versions, the newest of them, and where it is used. */
export const viewForm = query({
  name: 'forms.form.view',
  input: Type.Object({ key: FormKey }),
  async handle({ trx }, { key }) {
    const { rows: versions } =
      await sql<Version>`select f.version, f.published_at as "publishedAt", b.name as "publishedBy",
        p.name as "proposedBy", f.note from form_definition f left join person b on b.id = f.published_by
        left join person p on p.id = f.proposed_by
      where f.key = ${key} order by f.version desc`.execute(trx)
    const draft = await findDraft(trx, key)
    if (!draft && versions.length === 0) throw new Refusal(notFound('forms.draft.unknown', { key }))
    const published: FormDefinition | null = versions.length > 0 ? await readForm(trx, key) : null
    return {
      key,
      versions,
      published,
      draft: draft ? { ...draft, issues: await checkDraft(trx, draft.definition) } : null,
      usedIn: await usesOf(trx, key),
      confirmers: draft?.proposedBy
        ? await holdersBeside(trx, [draft.proposedBy.id, draft.changedBy.id], 'forms.form.confirm')
        : '',
    }
  },
})

/** One published version, as cases on it read it. */
export const viewFormVersion = query({
  name: 'forms.form.version',
  input: Type.Object({ key: FormKey, version: Type.Integer({ minimum: 1 }) }),
  handle: ({ trx }, { key, version }) => readForm(trx, key, version),
})
