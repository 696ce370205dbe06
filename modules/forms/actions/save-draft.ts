import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { json } from '../../../kernel/db/database.ts'
import type { FormDefinition } from '../../../kernel/forms/definition.ts'
import { action } from '../../../kernel/http/action.ts'
import { findDraft, nextVersion } from '../form-drafts.ts'
import { refuseSaving } from '../rules/draft-standing.ts'
import { Definition, Revision } from '../schema.ts'

/**
 * Keeps a form as it is being drawn, sound or not, and answers with the revision the next save must name. `revision` 0
 * begins a draft; `baseVersion`: the published version it began with.
 */
export const saveDraft = action({
  verb: 'forms.draft.save',
  input: Type.Object({
    definition: Definition,
    revision: Revision,
    baseVersion: Type.Optional(Type.Integer({ minimum: 1 })),
  }),
  facts: async ({ trx }, { definition: { key } }) => ({
    draft: await findDraft(trx, key, true),
    version: await nextVersion(trx, key),
  }),
  refuse: ({ draft }, { revision, definition: { key } }) => refuseSaving(draft, revision, key),
  async handle({ trx, person, now }, { definition, revision, baseVersion = null }, { version }) {
    const { key } = definition
    const drawn = { ...definition, version } as FormDefinition
    await sql`insert into form_draft (key, definition, base_version, revision, changed_at, changed_by)
      values (${key}, ${json(drawn)}, ${baseVersion}, ${revision + 1}, ${now}, ${person.id})
      on conflict (key) do update set definition = excluded.definition, revision = excluded.revision,
        changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(trx)
    return { revision: revision + 1 }
  },
  // What is drawn becomes a record when it is published; until then the audit says only that something was kept.
  audit: ({ definition: { key, fields } }, { revision }) => ({
    subject: `form:${key}`,
    after: { revision, fields: fields.length },
  }),
})
