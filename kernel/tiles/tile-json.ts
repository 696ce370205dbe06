import { sql } from 'kysely'
import type { Trx } from '../db/database.ts'
import { gaussKrugerInverse, zoneOfEpsg } from '../geometry/projection/gauss-kruger.ts'
import type { Box, Position } from '../geometry/types.ts'
import { type LayerDefinition, tableOf } from '../layers/definition.ts'
import { layerNamed } from '../layers/registry.ts'

/** What a tile carries of a feature besides its id: enough to colour and label it. Values that never repeat would double a tile. */
export function tileFields(layer: LayerDefinition): string[] {
  const { numberField, style } = layer
  const wanted = new Set([numberField, style.field, style.label])
  return layer.fields.map((field) => field.name).filter((name) => wanted.has(name))
}

/** TileJSON 3.0 of a layer; `tiles` are URL templates with {z} {x} {y}. Bounds are those of the current features. */
export async function tileJson(trx: Trx, name: string, tiles: readonly string[]) {
  const layer = layerNamed(name)
  const fields = tileFields(layer).map((field) => [field, layer.fields.find((each) => each.name === field)!.alias])
  const bounds = await boundsOf(trx, layer)
  return {
    tilejson: '3.0.0',
    name: `${layer.title.zh} ${layer.title.en}`,
    scheme: 'xyz',
    tiles,
    minzoom: 6,
    maxzoom: 17,
    ...(bounds ? { bounds } : {}),
    vector_layers: [{ id: layer.name, description: layer.title.zh, fields: Object.fromEntries(fields) }],
  }
}

/** West, south, east, north in degrees; undefined for an empty layer. */
async function boundsOf(trx: Trx, layer: LayerDefinition): Promise<Box | undefined> {
  const { rows } = await sql<Record<'x1' | 'y1' | 'x2' | 'y2', number | null>>`
    select ST_XMin(e) as x1, ST_YMin(e) as y1, ST_XMax(e) as x2, ST_YMax(e) as y2
    from (select ST_Extent(geom) as e from ${sql.table(tableOf(layer))} where valid_to is null) extent`.execute(trx)
  const { x1, y1, x2, y2 } = rows[0]!
  if (x1 === null || y1 === null || x2 === null || y2 === null) return undefined
  const zone = zoneOfEpsg(layer.srid)!
  const corners: Position[] = [
    [x1, y1],
    [x1, y2],
    [x2, y1],
    [x2, y2],
  ]
  const degrees = corners.map((corner) => gaussKrugerInverse(corner, zone))
  const [longitudes, latitudes] = [degrees.map((each) => each[0]), degrees.map((each) => each[1])]
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)]
}
