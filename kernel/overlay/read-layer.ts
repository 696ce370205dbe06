import { sql } from 'kysely'
import type { Trx } from '../db/database.ts'
import { type LayerDefinition, tableOf } from '../layers/definition.ts'
import { rowsAt } from '../layers/rows.ts'
import { FeatureBuilder, type Features, readPacked } from './packed-features.ts'

/** Features a statement: short enough not to hold up others on the embedded engine. */
const PAGE = 20_000

/** All present features of a layer; undefined where they take more than so many bytes. */
export async function readLayer(trx: Trx, layer: LayerDefinition, most: number): Promise<Features | undefined> {
  const builder = new FeatureBuilder()
  let read: number
  let last = 0
  do {
    read = builder.ids.length
    const rest = sql`select id, version, geom from ${rowsAt(layer)} f where id > ${last}::bigint`
    await readPacked(trx, sql`${rest} order by id limit ${sql.lit(PAGE)}`, builder)
    for (const id of builder.ids.slice(read)) last = Math.max(last, id)
    if (builder.bytes > most) return undefined
  } while (builder.ids.length === read + PAGE)
  return builder.finish()
}

/** What was read of a layer with what change sets did to it since an instant: only the features they name are read. */
export async function catchUp(trx: Trx, layer: LayerDefinition, known: Features, since: Date): Promise<Features> {
  const table = sql.table(tableOf(layer))
  const sets = sql`any (array(select id from change_set where state = 'applied' and applied_at > ${since}))`
  const { rows } = await sql<{ id: number }>`select distinct id from ${table} where ended_by = ${sets}`.execute(trx)
  const ended = new Set(rows.map(({ id }) => id))
  const builder = new FeatureBuilder(known.layer.set.coordinates.length / 2)
  for (const [place, id] of known.ids.entries()) if (!ended.has(id)) builder.addFrom(known, place)
  await readPacked(
    trx,
    sql`select id, version, geom from ${table} where valid_to is null and made_by = ${sets}`,
    builder,
  )
  return builder.finish()
}
