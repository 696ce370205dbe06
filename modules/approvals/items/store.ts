import { sql } from 'kysely'
import { json, type Trx } from '../../../kernel/db/database.ts'
import { notFound, Refusal } from '../../../kernel/problems/problem.ts'
import type { ItemDefinition } from '../rules/item.ts'

export type Item = ItemDefinition & {
  code: string
  version: number
  publishedAt: Date
  /** the second person; null: came with the program */
  publishedBy: { id: string; name: string } | null
  /** who had changed it; null also where one was enough */
  proposedBy: { id: string; name: string } | null
  reason: string
}

type Row = Omit<Item, keyof ItemDefinition> & { definition: ItemDefinition }

const COLUMNS = sql`i.code, i.version, i.definition, i.reason, i.published_at as "publishedAt",
  case when p.id is null then null else jsonb_build_object('id', p.id, 'name', p.name) end as "publishedBy",
  case when a.id is null then null else jsonb_build_object('id', a.id, 'name', a.name) end as "proposedBy"`
const PEOPLE = sql`left join person p on p.id = i.published_by left join person a on a.id = i.proposed_by`

const itemOf = ({ definition, ...row }: Row): Item => ({ ...definition, ...row })

/** What came with the program, as the first version; a bureau that has it already keeps its own. */
export async function publishFirst(trx: Trx, { code, ...definition }: ItemDefinition & { code: string }, now: Date) {
  await sql`insert into approval_item (code, version, definition, reason, published_at)
    values (${code}, 1, ${json(definition)}, '随平台提供', ${now}) on conflict do nothing`.execute(trx)
}

/** The newest version of every item, or of one; those that are open first. */
export async function newestItems(trx: Trx): Promise<Item[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from (select distinct on (code) * from approval_item
      order by code, version desc) i ${PEOPLE}
    order by (i.definition ->> 'open')::boolean desc, i.code`.execute(trx)
  return rows.map(itemOf)
}

/** The given version, or the newest. */
export async function readItem(trx: Trx, code: string, version: number | null = null): Promise<Item> {
  const { rows } = await sql<Row>`select ${COLUMNS} from approval_item i ${PEOPLE}
    where i.code = ${code} and (${version}::int is null or i.version = ${version}) order by i.version desc limit 1`.execute(
    trx,
  )
  if (!rows[0]) throw new Refusal(notFound('approvals.item.unknown', { item: code }))
  return itemOf(rows[0])
}

/** Every version of one item, the newest first. */
export async function versionsOf(trx: Trx, code: string): Promise<Item[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from approval_item i ${PEOPLE}
    where i.code = ${code} order by i.version desc`.execute(trx)
  return rows.map(itemOf)
}

export async function newestVersion(trx: Trx, code: string): Promise<number> {
  const { rows } = await sql<{ version: number | null }>`select max(version) as version from approval_item
    where code = ${code}`.execute(trx)
  return rows[0]?.version ?? 0
}

/** Adds a version. Of two who publish the same one at once, the second is refused by the key. */
export async function addVersion(
  trx: Trx,
  { code, version, definition, reason }: { code: string; version: number; definition: ItemDefinition; reason: string },
  by: { published: string; proposed: string },
  now: Date,
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into approval_item (code, version, definition, reason, published_at, published_by, proposed_by)
    values (${code}, ${version}, ${json(definition)}, ${reason}, ${now}, ${by.published}, ${by.proposed}) on conflict do nothing`.execute(
      trx,
    )
  return numAffectedRows === 1n
}
