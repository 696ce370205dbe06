import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '../db/database.ts'
import type { Box, MultiPolygon } from '../geometry/types.ts'
import type { LayerDefinition } from './definition.ts'
import { type Feature, type FeatureRow, toFeature } from './feature.ts'
import { layerNamed } from './registry.ts'
import { attributeColumns, columnRef, geometryOf, inAreas, rowsAt } from './rows.ts'

export type FeatureFilter = {
  /** Now without one. */
  asOf?: Date
  ids?: readonly number[]
  /** Features that share at least a point with the box or area, in the layer's CRS. */
  within?: Box | MultiPolygon
  /** Attribute by its field name: any of the values. */
  where?: Record<string, readonly (string | number)[]>
  /** What the reader may see (`areasFor`); without it everything. */
  areas?: readonly string[]
}

/** `after`: the last id of the page before. */
export type Page = { after?: number; limit?: number }

/** Features ordered by id. Throws a Refusal for an unknown layer or field. */
export async function readFeatures(trx: Trx, name: string, filter: FeatureFilter & Page = {}): Promise<Feature[]> {
  const layer = layerNamed(name)
  const { after, limit } = filter
  const { rows } = await sql<FeatureRow>`
    select f.id, f.version, ${attributeColumns(layer)}, ST_AsEWKB(f.geom) as geom from ${rowsAt(layer, filter.asOf)} f
    where ${conditions(layer, filter)} and ${after === undefined ? sql`true` : sql`f.id > ${after}`}
    order by f.id ${limit === undefined ? sql`` : sql`limit ${limit}`}`.execute(trx)
  return rows.map((row) => toFeature(layer, row))
}

export async function countFeatures(trx: Trx, name: string, filter: FeatureFilter = {}): Promise<number> {
  const layer = layerNamed(name)
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${rowsAt(layer, filter.asOf)} f where ${conditions(layer, filter)}`.execute(trx)
  return rows[0]!.count
}

function conditions(layer: LayerDefinition, { ids, within, where = {}, areas }: FeatureFilter): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [inAreas(layer, areas)]
  if (ids) all.push(sql`f.id = any (${ids}::bigint[])`)
  if (within) all.push(sql`ST_Intersects(f.geom, ${geometryOf(within, layer.srid)})`)
  for (const [field, values] of Object.entries(where)) {
    all.push(sql`${columnRef(layer, field)}::text = any (${values.map(String)}::text[])`)
  }
  return sql.join(all, sql` and `)
}
