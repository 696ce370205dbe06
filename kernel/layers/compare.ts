import { sql } from 'kysely'
import type { Trx } from '../db/database.ts'
import { tableOf } from './definition.ts'
import type { Feature } from './feature.ts'
import { type Page, readFeatures } from './read-features.ts'
import { layerNamed } from './registry.ts'

export type Difference =
  | { kind: 'appeared'; id: number; after: Feature }
  | { kind: 'ended'; id: number; before: Feature }
  | { kind: 'changed'; id: number; before: Feature; after: Feature }

/** What became of a layer between two instants, by feature id. A feature that came and went in between is not told. */
export async function compare(
  trx: Trx,
  name: string,
  from: Date,
  to: Date,
  options: Page & { areas?: readonly string[] } = {},
): Promise<Difference[]> {
  const ids = await touchedBetween(trx, name, from, to, options)
  const { areas } = options
  const before = new Map((await readFeatures(trx, name, { ids, asOf: from, areas })).map((each) => [each.id, each]))
  const after = new Map((await readFeatures(trx, name, { ids, asOf: to, areas })).map((each) => [each.id, each]))
  return ids.flatMap((id) => differenceOf(id, before.get(id), after.get(id)))
}

function differenceOf(id: number, before?: Feature, after?: Feature): Difference[] {
  if (before && after) return before.version === after.version ? [] : [{ kind: 'changed', id, before, after }]
  if (after) return [{ kind: 'appeared', id, after }]
  return before ? [{ kind: 'ended', id, before }] : []
}

/** Found through the change sets applied in between, which have an index, instead of through all rows. */
async function touchedBetween(
  trx: Trx,
  name: string,
  from: Date,
  to: Date,
  { after = 0, limit }: Page,
): Promise<number[]> {
  const table = sql.table(tableOf(layerNamed(name)))
  const { rows } = await sql<{ id: number }>`
    with applied as (select id from change_set where applied_at > ${from} and applied_at <= ${to})
    select id from ${table} where made_by in (select id from applied) and id > ${after}
    union select id from ${table} where ended_by in (select id from applied) and id > ${after}
    order by id ${limit === undefined ? sql`` : sql`limit ${limit}`}`.execute(trx)
  return rows.map((row) => row.id)
}
