import { canonicalJson } from '../crypto/canonical-json.ts'
import { sm3 } from '../crypto/sm3.ts'
import { json, type Trx } from '../db/database.ts'
import { conflict, invalid, notFound, Refusal } from '../problems/problem.ts'
import { checkDefinition } from './check-definition.ts'
import type { FormDefinition } from './definition.ts'

type FormTables = {
  form_definition: {
    key: string
    version: number
    digest: string
    definition: FormDefinition
    published_at: Date
    published_by: string | null
    proposed_by: string | null
    note: string | null
  }
}

/** Who drew up a version, and why; whoever publishes it has confirmed it. */
export type Proposal = { by: string; note: string | null }

/**
 * Keeps a sound definition under its key and version. Publishing the same again changes nothing; another content under
 * a version already published is refused, for running cases depend on it.
 */
export async function publishForm(
  trx: Trx,
  definition: FormDefinition,
  by: string | null,
  now: Date,
  proposal?: Proposal,
): Promise<void> {
  const [issue] = checkDefinition(definition)
  const { key, version } = definition
  if (issue) throw new Refusal(invalid('forms.definition.unsound', { key, field: issue.field, issue: issue.code }))
  const digest = sm3(canonicalJson(definition))
  const forms = trx.withTables<FormTables>()
  const row = { key, version, digest, definition: json(definition), published_at: now, published_by: by }
  const proposed = { proposed_by: proposal?.by ?? null, note: proposal?.note ?? null }
  await forms
    .insertInto('form_definition')
    .values({ ...row, ...proposed })
    .onConflict((c) => c.doNothing())
    .execute()
  const kept = await forms
    .selectFrom('form_definition')
    .select('digest')
    .where('key', '=', key)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  if (kept.digest !== digest) throw new Refusal(conflict('forms.definition.version-taken', { key, version }))
}

/** The given version, or the newest. */
export async function readForm(trx: Trx, key: string, version?: number): Promise<FormDefinition> {
  let query = trx.withTables<FormTables>().selectFrom('form_definition').select('definition').where('key', '=', key)
  if (version !== undefined) query = query.where('version', '=', version)
  const row = await query.orderBy('version', 'desc').executeTakeFirst()
  if (!row) throw new Refusal(notFound('forms.definition.unknown', { key, version: version ?? 'newest' }))
  return row.definition
}
