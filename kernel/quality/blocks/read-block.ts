import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '../../db/database.ts'
import type { Box } from '../../geometry/types.ts'
import { type Attributes, type FeatureRow, toMultiPolygon } from '../../layers/feature.ts'
import { attributeColumns, geometryOf, inAreas, rowsAt } from '../../layers/rows.ts'
import type { LayerPlace } from './layer-place.ts'
import { viewOf } from './outline-boxes.ts'

/** Geometry as EWKB, so that it goes to the judging thread as it came from the database. */
export type BlockRows = {
  own: { id: number; attributes: Attributes; geom: Uint8Array }[]
  around: { id: number; foreign: boolean; geom: Uint8Array }[]
}

/** The features of a block and, unless rules look at no neighbours, what else may touch them; by id. */
export async function readBlock(trx: Trx, place: LayerPlace, box: Box, withAround: boolean): Promise<BlockRows> {
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
  if (!withAround || own.length === 0) return { own, around: [] }
  const leaving = rows.filter(({ leaves }) => leaves).map(({ geom }) => toMultiPolygon(geom))
  return { own, around: await readAround(trx, place, box, viewOf(box, leaving)) }
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

/** The lower left corner of the feature's box lies in the block. */
function belongs({ layer, area }: LayerPlace, [west, south, east, north]: Box): RawBuilder<boolean> {
  return sql`ST_XMin(f.geom) >= ${west} and ST_XMin(f.geom) < ${east} and ST_YMin(f.geom) >= ${south}
    and ST_YMin(f.geom) < ${north} and ${inAreas(layer, [area])}`
}
