import { sql } from 'kysely'
import { canonicalJson } from '../../../kernel/crypto/canonical-json.ts'
import { sm3 } from '../../../kernel/crypto/sm3.ts'
import { json, type Trx } from '../../../kernel/db/database.ts'
import type { EvidenceTemplate } from './template.ts'

export type KeptTemplate = {
  template: EvidenceTemplate
  publishedAt: Date
  publishedBy: string | null
  note: string | null
}

/** Adds the version after the newest one; the same content again adds nothing. Answers the version in force now. */
export async function publishTemplate(
  trx: Trx,
  { version: _, ...content }: EvidenceTemplate,
  by: { person: string; note: string | null } | null,
  now: Date,
): Promise<number> {
  // Two people who publish at once queue here.
  await sql`select pg_advisory_xact_lock(hashtext(${`field_template ${content.business}`}))`.execute(trx)
  const [newest] = await versionsOf(trx, content.business)
  const digest = digestOf(content)
  if (newest && digestOf(newest.template) === digest) return newest.template.version
  const version = (newest?.template.version ?? 0) + 1
  await sql`insert into field_template (business, version, digest, definition, published_at, published_by, note)
    values (${content.business}, ${version}, ${digest}, ${json({ ...content, version })}, ${now}, ${by?.person ?? null}, ${by?.note ?? null})`.execute(
    trx,
  )
  return version
}

const digestOf = ({ version: _, ...content }: Partial<EvidenceTemplate>) => sm3(canonicalJson(content))

/** Newest first. */
export async function versionsOf(trx: Trx, business: string): Promise<KeptTemplate[]> {
  const { rows } =
    await sql<KeptTemplate>`select t.definition as template, t.published_at as "publishedAt", p.name as "publishedBy", t.note
    from field_template t left join person p on p.id = t.published_by where t.business = ${business} order by t.version desc`.execute(
      trx,
    )
  return rows
}

/** The newest of every business. */
export async function templatesInForce(trx: Trx): Promise<KeptTemplate[]> {
  const { rows } =
    await sql<KeptTemplate>`select distinct on (t.business) t.definition as template, t.published_at as "publishedAt",
      p.name as "publishedBy", t.note
    from field_template t left join person p on p.id = t.published_by order by t.business, t.version desc`.execute(trx)
  return rows
}

/**
 * The template a task works by: the version in force when it was opened, for what is asked of somebody outdoors must not change under
 * their hands. Undefined where the business has none: then only the rules every evidence keeps apply.
 */
export async function templateOfTask(
  trx: Trx,
  business: string,
  openedAt: Date,
): Promise<EvidenceTemplate | undefined> {
  const { rows } = await sql<{ template: EvidenceTemplate }>`select definition as template from field_template
    where business = ${business}
    -- The program's own first version also stands for tasks that are older than it.
    order by (published_at <= ${openedAt}) desc, case when published_at <= ${openedAt} then -version else version end limit 1`.execute(
    trx,
  )
  return rows[0]?.template
}
