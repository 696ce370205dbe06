import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '../../db/database.ts'
import { boundingBox } from '../../geometry/measures/bounding-box.ts'
import type { Box } from '../../geometry/types.ts'
import type { LayerDefinition } from '../../layers/definition.ts'
import { type Attributes, type FeatureRow, toMultiPolygon } from '../../layers/feature.ts'
import { layerNamed } from '../../layers/registry.ts'
import { attributeColumns, columnRef, geometryOf, inAreas, rowsAt } from '../../layers/rows.ts'
import { looksAround, withinOf } from './among-neighbours.ts'
import type { LayerPlace } from './layer-place.ts'
import { viewOf } from './outline-boxes.ts'

/** Geometry as EWKB, so that it goes to the judging thread as it came from the database. */
export type BlockRows = {
  own: { id: number; attributes: Attributes; geom: Uint8Array }[]
  around: { id: number; foreign: boolean; geom: Uint8Array }[]
  wholes: { code: string; geom: Uint8Array }[] | null
}

/** The features of a block and, where rules look at them, what else may touch them and what they have to lie in; by id. */
export async function readBlock(
  trx: Trx,
  place: LayerPlace,
  box: Box,
  rules: readonly string[] | null,
): Promise<BlockRows> {
  const { layer, asOf } = place
  const { rows } = await sql<FeatureRow & { leaves: boolean }>`select f.id, ${attributeColumns(layer)},
      ST_AsEWKB(f.geom) as geom, not ${geometryOf(box, layer.srid)} ~ f.geom as leaves
    from ${rowsAt(layer, asOf)} f where f.geom && ${geometryOf(box, layer.srid)} and ${belongs(place, box)}
    order by f.id`.execute(trx)
  const own = rows.map((row) => ({
    id: row.id,
    geom: row.geom,
    attributes: Object.fromEntries(layer.fields.map(({ name }) => [name, row[name] ?? null])) as Attributes,
  }))
  const leaving = rows.filter(({ leaves }) => leaves).map(({ geom }) => toMultiPolygon(geom))
  const neighbours = own.length > 0 && looksAround(layer, rules)
  const within = own.length > 0 && withinOf(layer, rules)
  return {
    own,
    around: neighbours ? await readAround(trx, place, box, viewOf(box, leaving)) : [],
    wholes: within ? await readWholes(trx, layerNamed(within.whole), asOf, [box, boundingBox(leaving.flat())]) : null,
  }
}

async function readAround(trx: Trx, place: LayerPlace, box: Box, view: Box[]): Promise<BlockRows['around']> {
  const { layer, asOf, area } = place
  // Told apart, not joined: each is looked up in the index, and a feature in several of them comes once.
  const inView = sql.join(
    view.map((each) => sql`f.geom && ${geometryOf(each, layer.srid)}`),
    sql` or `,
  )
  const { rows } = await sql<BlockRows['around'][number]>`
    select f.id, not ${inAreas(layer, [area])} as "foreign", ST_AsEWKB(f.geom) as geom from ${rowsAt(layer, asOf)} f
    where (${inView}) and not (${belongs(place, box)}) order by f.id`.execute(trx)
  return rows
}

/** What meets the boxes of a layer; null where it has nothing at all at that instant, so that nothing can lie in it. */
async function readWholes(trx: Trx, layer: LayerDefinition, asOf: Date, boxes: Box[]): Promise<BlockRows['wholes']> {
  const { rows: some } = await sql`select 1 from ${rowsAt(layer, asOf)} f limit 1`.execute(trx)
  if (some.length === 0) return null
  const [wests, souths, easts, norths] = [0, 1, 2, 3].map((side) => boxes.map((box) => box[side]!))
  const extent: Box = [Math.min(...wests!), Math.min(...souths!), Math.max(...easts!), Math.max(...norths!)]
  const { rows } = await sql<NonNullable<BlockRows['wholes']>[number]>`
    select ${columnRef(layer, layer.areaCodeField)}::text as code, ST_AsEWKB(f.geom) as geom
    from ${rowsAt(layer, asOf)} f where f.geom && ${geometryOf(extent, layer.srid)} order by f.id`.execute(trx)
  return rows
}

/** The lower left corner of the feature's box lies in the block. */
function belongs({ layer, area }: LayerPlace, [west, south, east, north]: Box): RawBuilder<boolean> {
  return sql`ST_XMin(f.geom) >= ${west} and ST_XMin(f.geom) < ${east} and ST_YMin(f.geom) >= ${south}
    and ST_YMin(f.geom) < ${north} and ${inAreas(layer, [area])}`
}
