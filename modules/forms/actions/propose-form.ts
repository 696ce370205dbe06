import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { canonicalJson } from '../../../kernel/crypto/canonical-json.ts'
import type { Trx } from '../../../kernel/db/database.ts'
import type { FormDefinition } from '../../../kernel/forms/definition.ts'
import { action } from '../../../kernel/http/action.ts'
import { checkDraft } from '../check-draft.ts'
import { readDraft } from '../form-drafts.ts'
import { refuseProposing } from '../rules/draft-standing.ts'
import { FormKey, Revision } from '../schema.ts'

/** 提请发布: a sound draft is handed to a second person; until they have answered nobody changes it. */
export const proposeForm = action({
  verb: 'forms.form.propose',
  input: Type.Object({ key: FormKey, revision: Revision, note: Type.String({ minLength: 1, maxLength: 500 }) }),
  facts: async ({ trx }, { key }) => {
    const draft = await readDraft(trx, key)
    return { draft, issues: await checkDraft(trx, draft.definition), isSame: await isPublished(trx, draft.definition) }
  },
  refuse: ({ draft, issues, isSame }, { revision, key }) => refuseProposing(draft, revision, issues, isSame, key),
  async handle({ trx, person, now }, { key, note }) {
    await sql`update form_draft set proposed_at = ${now}, proposed_by = ${person.id}, note = ${note}, declined_reason = null
      where key = ${key}`.execute(trx)
  },
  audit: ({ key, revision, note }) => ({ subject: `form:${key}`, after: { revision, note } }),
})

/** Says the same as the newest version does. */
async function isPublished(trx: Trx, definition: FormDefinition): Promise<boolean> {
  const { rows } = await sql<{ definition: FormDefinition }>`select definition from form_definition
    where key = ${definition.key} order by version desc limit 1`.execute(trx)
  const [newest] = rows
  return (
    newest !== undefined &&
    canonicalJson({ ...newest.definition, version: 0 }) === canonicalJson({ ...definition, version: 0 })
  )
}
