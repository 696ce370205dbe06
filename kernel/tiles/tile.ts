import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '../db/database.ts'
import { zoneOfEpsg } from '../geometry/projection/gauss-kruger.ts'
import type { LayerDefinition } from '../layers/definition.ts'
import { toMultiPolygon } from '../layers/feature.ts'
import { layerNamed } from '../layers/registry.ts'
import { attributeColumns, geometryOf, inAreas, rowsAt } from '../layers/rows.ts'
import { encodeTile, type TileFeature, type Value } from './encode-tile.ts'
import { polygonCommands } from './polygon-commands.ts'
import { tileCache } from './tile-cache.ts'
import { type TileFrame, tileFrame } from './tile-frame.ts'
import { tileFields } from './tile-json.ts'

/** `areas`: prefixes of area codes the reader may see; '' is everywhere, none is nothing. */
export type TileRequest = { layer: string; z: number; x: number; y: number; asOf?: Date; areas: readonly string[] }

/** On the screen a tile is 512 pixels wide. */
const PIXELS = 512
/** Below this zoom outlines are simplified by half a pixel. */
const FULL_DETAIL = 16
/** Below this zoom what is smaller than a pixel is left out; nearer, next to nothing is, and asking costs a fifth of a tile. */
const ALL_FEATURES = 13
/** The largest features stay when a tile of a wide view would hold more. */
const MOST_FEATURES = 20_000

/**
 * A Mapbox Vector Tile of one layer at an instant (now without one) with what the reader may see; empty where there is nothing.
 * The same bytes on both engines. Throws a Refusal for an unknown layer.
 */
export async function tile(trx: Trx, request: TileRequest): Promise<Uint8Array> {
  const layer = layerNamed(request.layer)
  const frame = tileFrame(request.z, request.x, request.y, zoneOfEpsg(layer.srid)!)
  if (!frame || request.areas.length === 0) return new Uint8Array()
  const key = cacheKey(request, await revisionOf(trx, layer))
  const known = tileCache.get(key)
  if (known) return known
  const bytes = encodeTile(layer.name, await tileFeatures(trx, layer, frame, request))
  tileCache.set(key, bytes)
  return bytes
}

/** Counts changes of the layer: an applied change set makes every older tile unreachable. */
async function revisionOf(trx: Trx, layer: LayerDefinition): Promise<number> {
  const { rows } = await sql<{
    revision: number
  }>`select revision from layer_revision where layer = ${layer.name}`.execute(trx)
  return rows[0]?.revision ?? 0
}

const cacheKey = ({ layer, z, x, y, asOf, areas }: TileRequest, revision: number) =>
  [layer, revision, z, x, y, asOf?.getTime() ?? '', [...areas].sort().join()].join('/')

type TileRow = Record<string, unknown> & { id: number; geom: Uint8Array | null }

async function tileFeatures(
  trx: Trx,
  layer: LayerDefinition,
  frame: TileFrame,
  request: TileRequest,
): Promise<TileFeature[]> {
  const fields = tileFields(layer)
  const { rows } = await selection(layer, frame, request, fields).execute(trx)
  return rows.flatMap((row) => {
    const geometry = row.geom ? polygonCommands(toMultiPolygon(row.geom), frame.project) : []
    const properties = Object.fromEntries(fields.map((field) => [field, row[field] as Value]))
    return geometry.length ? [{ id: row.id, geometry, properties }] : []
  })
}

function selection(
  layer: LayerDefinition,
  { box, side }: TileFrame,
  request: TileRequest,
  fields: string[],
): RawBuilder<TileRow> {
  const from = sql`from ${rowsAt(layer, request.asOf)} f
    where f.geom && ${geometryOf(box, layer.srid)} and ${inAreas(layer, request.areas)}`
  const columns = fields.length ? sql`f.id, ${attributeColumns(layer, fields)}` : sql`f.id`
  if (request.z >= FULL_DETAIL) return sql`select ${columns}, ST_AsEWKB(f.geom) as geom ${from} order by f.id`
  const pixel = side / PIXELS
  const outline = sql`ST_AsEWKB(ST_Simplify(f.geom, ${pixel / 2}::float8)) as geom`
  if (request.z >= ALL_FEATURES) return sql`select ${columns}, ${outline} ${from} order by f.id`
  return sql`select * from (
    select ${columns}, ${outline}, ST_Area(f.geom) as drawn ${from}
      and ST_Area(f.geom) >= ${pixel * pixel}::float8 order by drawn desc, f.id limit ${MOST_FEATURES}::int) f order by id`
}
