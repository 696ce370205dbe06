import { sql } from 'kysely'
import { json, type Trx } from '../../kernel/db/database.ts'
import { newId } from '../../kernel/identity/new-id.ts'
import { conflict, notFound, Refusal } from '../../kernel/problems/problem.ts'

/** What the filing page holds; its own business, kept as it is. */
export type Draft = { id: string; item: string; content: Record<string, unknown>; revision: number; savedAt: Date }

const COLUMNS = sql`id, item, content, revision, saved_at as "savedAt"`

export async function draftsOf(trx: Trx, person: string): Promise<Draft[]> {
  const { rows } = await sql<Draft>`select ${COLUMNS} from filing_draft where person = ${person}
    order by saved_at desc limit 50`.execute(trx)
  return rows
}

/** One's own; somebody else's is not there. */
export async function readDraft(trx: Trx, person: string, id: string): Promise<Draft> {
  const { rows } =
    await sql<Draft>`select ${COLUMNS} from filing_draft where person = ${person} and id = ${id}`.execute(trx)
  if (!rows[0]) throw new Refusal(notFound('approvals.draft.unknown'))
  return rows[0]
}

export async function addDraft(
  trx: Trx,
  { item, content }: Pick<Draft, 'item' | 'content'>,
  person: string,
  now: Date,
): Promise<Pick<Draft, 'id' | 'revision'>> {
  const id = newId()
  await sql`insert into filing_draft (id, person, item, content, revision, saved_at)
    values (${id}, ${person}, ${item}, ${json(content)}, 1, ${now})`.execute(trx)
  return { id, revision: 1 }
}

/** Two windows on one draft: the second is told. */
export async function changeDraft(
  trx: Trx,
  { id, content, revision }: Pick<Draft, 'id' | 'content' | 'revision'>,
  person: string,
  now: Date,
): Promise<Pick<Draft, 'id' | 'revision'>> {
  await readDraft(trx, person, id)
  const { numAffectedRows } = await sql`update filing_draft set content = ${json(content)}, revision = revision + 1,
    saved_at = ${now} where id = ${id} and person = ${person} and revision = ${revision}`.execute(trx)
  if (numAffectedRows !== 1n) throw new Refusal(conflict('approvals.draft.changed-meanwhile'))
  return { id, revision: revision + 1 }
}

export async function dropDraft(trx: Trx, person: string, id: string): Promise<void> {
  await sql`delete from filing_draft where id = ${id} and person = ${person}`.execute(trx)
}
