import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'
import type { FormDefinition } from '../../kernel/forms/definition.ts'
import { notFound, Refusal } from '../../kernel/problems/problem.ts'
import type { Draft } from './rules/draft-standing.ts'

type Row = {
  definition: FormDefinition
  baseVersion: number | null
  revision: number
  changedAt: Date
  changedBy: Draft['changedBy']
  proposedAt: Date | null
  proposedBy: Draft['proposedBy']
  note: string | null
  declinedReason: string | null
}

/** The form as it is being drawn; `lock` holds it until this transaction ends. */
export async function findDraft(trx: Trx, key: string, lock = false): Promise<Row | undefined> {
  const { rows } =
    await sql<Row>`select d.definition, d.base_version as "baseVersion", d.revision, d.changed_at as "changedAt",
      jsonb_build_object('id', c.id, 'name', c.name) as "changedBy", d.proposed_at as "proposedAt",
      case when p.id is null then null else jsonb_build_object('id', p.id, 'name', p.name) end as "proposedBy",
      d.note, d.declined_reason as "declinedReason"
    from form_draft d join person c on c.id = d.changed_by left join person p on p.id = d.proposed_by
    where d.key = ${key} ${lock ? sql`for update of d` : sql``}`.execute(trx)
  return rows[0]
}

/** Refuses where nobody is drawing the form. */
export async function readDraft(trx: Trx, key: string): Promise<Row> {
  const draft = await findDraft(trx, key, true)
  if (!draft) throw new Refusal(notFound('forms.draft.unknown', { key }))
  return draft
}

/** The bureau's own versions of a form that came with the program begin here, so a later program never clashes with one. */
const FIRST_OWN = 1001

/** The number the next published version will have. */
export async function nextVersion(trx: Trx, key: string): Promise<number> {
  const { rows } = await sql<{ newest: number | null; shipped: boolean }>`select max(version) as newest,
      coalesce(bool_or(published_by is null), false) as shipped from form_definition where key = ${key}`.execute(trx)
  const { newest, shipped } = rows[0]!
  return shipped ? Math.max(FIRST_OWN, (newest ?? 0) + 1) : (newest ?? 0) + 1
}
