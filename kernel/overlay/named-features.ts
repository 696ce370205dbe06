import { sql } from 'kysely'
import type { Trx } from '../db/database.ts'
import { type LayerDefinition, tableOf } from '../layers/definition.ts'
import type { Attributes } from '../layers/feature.ts'
import { attributeColumns } from '../layers/rows.ts'
import type { Features } from './packed-features.ts'
import { classesOf } from './row-order.ts'

/**
 * Features by id with the values asked for; those of equal values have the same class. `numberOf` tells where the feature at a
 * place of the layer's set is found in these lists.
 */
export type NamedFeatures = {
  ids: number[]
  keys: Attributes[]
  classOf: Uint32Array
  numberOf: (place: number) => number
}

type Row = Record<string, unknown> & { id: number }

/** @param by fields of the layer; none is asked of the database */
export async function nameFeatures(
  trx: Trx,
  layer: LayerDefinition,
  { ids, versions }: Features,
  met: ReadonlySet<number>,
  by: readonly string[],
): Promise<NamedFeatures> {
  const places = [...met].sort((a, b) => ids[a]! - ids[b]!)
  const numbers = new Map(places.map((place, number) => [place, number]))
  const named = places.map((place) => ids[place]!)
  const rows = by.length ? await readValues(trx, layer, named, places.map((place) => versions[place]!), by) : [] // biome-ignore format: one row
  const keys = named.map(
    (_, k) => Object.fromEntries(by.map((field) => [field, rows[k]![field] ?? null])) as Attributes,
  )
  return { ids: named, keys, classOf: classesOf(keys), numberOf: (place) => numbers.get(place)! }
}

/** By id and version, which names a row for good: whatever has happened since the geometry was read, these are its values. */
async function readValues(
  trx: Trx,
  layer: LayerDefinition,
  ids: number[],
  versions: number[],
  by: readonly string[],
): Promise<Row[]> {
  const { rows } = await sql<Row>`select f.id, ${attributeColumns(layer, by)}
    from unnest(${ids}::bigint[], ${versions}::int[]) p(id, version)
    join ${sql.table(tableOf(layer))} f on f.id = p.id and f.version = p.version order by f.id`.execute(trx)
  return rows
}
