import { type RawBuilder, sql } from 'kysely'
import { writeWkb } from '../geometry/codecs/wkb-write.ts'
import type { Box, MultiPolygon } from '../geometry/types.ts'
import { invalid, Refusal } from '../problems/problem.ts'
import { columnOf, fieldOf, type LayerDefinition, tableOf } from './definition.ts'

/** The rows of a layer at an instant (now without one), to be read `from` as a table of its own. */
export function rowsAt(layer: LayerDefinition, asOf?: Date): RawBuilder<unknown> {
  const table = sql.table(tableOf(layer))
  if (!asOf) return sql`(select * from ${table} where valid_to is null)`
  // Two arms, so that each keeps its own partial index.
  return sql`(select * from ${table} where valid_to is null and valid_from <= ${asOf}
    union all select * from ${table} where valid_to is not null and valid_from <= ${asOf} and valid_to > ${asOf})`
}

/**
 * The ids of the features (f) of a layer at an instant (now without one) that answer a condition, to be joined laterally. The
 * condition stands in each arm by itself: asked of the union, the embedded engine finds nothing by index.
 */
export function idsAt(layer: LayerDefinition, asOf: Date | undefined, where: RawBuilder<unknown>): RawBuilder<unknown> {
  const table = sql.table(tableOf(layer))
  if (!asOf) return sql`(select f.id from ${table} f where f.valid_to is null and ${where})`
  return sql`(select f.id from ${table} f where f.valid_to is null and f.valid_from <= ${asOf} and ${where}
    union all select f.id from ${table} f
    where f.valid_to is not null and f.valid_from <= ${asOf} and f.valid_to > ${asOf} and ${where})`
}

/** National fields under their own names. Throws a Refusal for a name the layer does not have. */
export const attributeColumns = (
  layer: LayerDefinition,
  names: readonly string[] = layer.fields.map((field) => field.name),
  from = 'f',
) => sql.join(names.map((name) => sql`${columnRef(layer, name, from)} as ${sql.id(name)}`))

/** Throws a Refusal for a name the layer does not have. */
export function columnRef(layer: LayerDefinition, name: string, from = 'f') {
  if (!fieldOf(layer, name)) throw new Refusal(invalid('layers.field.unknown', { layer: layer.name, field: name }))
  return sql.ref(`${from}.${columnOf(name)}`)
}

/**
 * Rows a reader may see: `areas` are prefixes of area codes, '' is everywhere, none is nothing; undefined is the house itself.
 */
export function inAreas(layer: LayerDefinition, areas: readonly string[] | undefined): RawBuilder<boolean> {
  if (areas === undefined || areas.includes('')) return sql`true`
  if (areas.length === 0) return sql`false`
  const prefixes = areas.map((area) => `${area.replace(/[\\%_]/g, '\\$&')}%`)
  return sql`f.${sql.ref(columnOf(layer.areaCodeField))} like any (${prefixes}::text[])`
}

/** A box [minX, minY, maxX, maxY] or a MultiPolygon, as an SQL geometry. */
export function geometryOf(place: Box | MultiPolygon, srid: number): RawBuilder<unknown> {
  if (isBox(place)) return sql`ST_MakeEnvelope(${place[0]}, ${place[1]}, ${place[2]}, ${place[3]}, ${sql.lit(srid)})`
  return sql`${toHex(place, srid)}::geometry`
}

export const toHex = (geometry: MultiPolygon, srid: number) => Buffer.from(writeWkb(geometry, srid)).toString('hex')

const isBox = (place: Box | MultiPolygon): place is Box => typeof place[0] === 'number'
