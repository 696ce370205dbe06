import { sql } from 'kysely'
import type { Trx } from '../../db/database.ts'
import type { Box } from '../../geometry/types.ts'
import { geometryOf, idsAt, inAreas, rowsAt } from '../../layers/rows.ts'
import type { BlockLeft } from './block-left.ts'
import type { LayerPlace } from './layer-place.ts'
import { REACH, widen } from './outline-boxes.ts'
import type { BlockRows } from './read-block.ts'

/** Metres beyond the border of an area within which a gap that crosses it is seen. */
const BEYOND = 1_000

export async function readLeft(trx: Trx, run: string): Promise<NonNullable<BlockLeft>[]> {
  const { rows } = await sql<NonNullable<BlockLeft>>`select pieces, tangled from quality_block
    where run = ${run} and pieces is not null order by ordinal`.execute(trx)
  return rows
}

/** Features outside the area of the run that come near features inside it. */
export async function readBorder(trx: Trx, place: LayerPlace): Promise<BlockRows['around']> {
  const { layer, asOf, area } = place
  if (area === '') return []
  const extent = await sql<{ box: Box | null }>`select jsonb_build_array(ST_XMin(e.box), ST_YMin(e.box), ST_XMax(e.box),
      ST_YMax(e.box)) as box
    from (select ST_Extent(f.geom) as box from ${rowsAt(layer, asOf)} f where ${inAreas(layer, [area])}) e where e.box is not null`.execute(
    trx,
  )
  const box = extent.rows[0]?.box
  if (!box) return []
  const { rows } = await sql<BlockRows['around'][number]>`select b.id, true as "foreign", ST_AsEWKB(b.geom) as geom
    from (select f.id, f.geom from ${rowsAt(layer, asOf)} f
      where f.geom && ${geometryOf(widen(box, BEYOND), layer.srid)} and not ${inAreas(layer, [area])}) b
    join lateral (select 1 from ${idsAt(place.layer, place.asOf, sql`f.geom && ST_Expand(b.geom, ${BEYOND}) and ${inAreas(layer, [area])}`)} f
      limit 1) n on true order by b.id`.execute(trx)
  return rows
}

/** The ids of the features whose boxes meet any of a place's boxes, for each of the places. */
export async function readNear(trx: Trx, place: LayerPlace, places: readonly Box[][]): Promise<number[][]> {
  const srid = sql.lit(place.layer.srid)
  const boxes = places.flatMap((each, place) => each.map((box) => ({ place, box })))
  const { rows } = await sql<{ place: number; ids: number[] }>`select p.place, array_agg(distinct n.id) as ids
    from jsonb_to_recordset(${JSON.stringify(boxes)}::jsonb) p(place int, box float8[])
    join lateral ${idsAt(place.layer, place.asOf, sql`f.geom && ST_MakeEnvelope(p.box[1], p.box[2], p.box[3], p.box[4], ${srid})`)} n on true
    group by p.place`.execute(trx)
  const near: number[][] = places.map(() => [])
  for (const { place, ids } of rows) near[place] = ids
  return near
}

export async function readByIds(
  trx: Trx,
  { layer, asOf, area }: LayerPlace,
  ids: readonly number[],
): Promise<BlockRows['around']> {
  const { rows } = await sql<BlockRows['around'][number]>`select f.id, not ${inAreas(layer, [area])} as "foreign",
      ST_AsEWKB(f.geom) as geom
    from ${rowsAt(layer, asOf)} f where f.id = any (${ids}::bigint[]) order by f.id`.execute(trx)
  return rows
}

/**
 * What features near faults leave open may be the land of others that have no fault themselves: those of the outlines (WKB,
 * by their place) inside which a feature lies that is not `known`.
 */
export async function filledAmong(
  trx: Trx,
  place: LayerPlace,
  outlines: readonly Uint8Array[],
  known: readonly number[],
): Promise<Set<number>> {
  if (outlines.length === 0) return new Set()
  const inside = sql`f.geom @ ST_Expand(o.geom, ${REACH}) and f.id <> all (${known}::bigint[])
    and ST_Intersects(o.geom, ST_PointOnSurface(f.geom))`
  const { rows } = await sql<{ place: number }>`select (g.n - 1)::int as place
    from unnest(${outlines}::bytea[]) with ordinality g(wkb, n),
      lateral (select ST_SetSRID(ST_GeomFromWKB(g.wkb), ${sql.lit(place.layer.srid)}) as geom) o,
      lateral (select 1 from ${idsAt(place.layer, place.asOf, inside)} f limit 1) filled`.execute(trx)
  return new Set(rows.map(({ place }) => place))
}
