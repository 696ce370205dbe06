import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'
import { boundingBox } from '../../../kernel/geometry/measures/bounding-box.ts'
import type { Box, MultiPolygon } from '../../../kernel/geometry/types.ts'
import { type FeatureRow, toFeature } from '../../../kernel/layers/feature.ts'
import { layerNamed } from '../../../kernel/layers/registry.ts'
import { attributeColumns, rowsAt } from '../../../kernel/layers/rows.ts'
import type { BasePatch } from './rules/patches.ts'

/** Metres: a neighbour whose box is this near may share a border. */
const MARGIN = 1
const BATCH = 200

/** Current base patches that may meet the given areas, and everything beside those; ordered by id. */
export async function baseAround(trx: Trx, areas: readonly MultiPolygon[]): Promise<BasePatch[]> {
  const met = await meeting(trx, areas.map(boundingBox))
  const beside = await meeting(
    trx,
    met.map(({ geometry }) => grown(boundingBox(geometry))),
  )
  const all = new Map([...met, ...beside].map((patch) => [patch.id, patch]))
  return [...all.values()].sort((a, b) => a.id - b.id)
}

const grown = ([minX, minY, maxX, maxY]: Box): Box => [minX - MARGIN, minY - MARGIN, maxX + MARGIN, maxY + MARGIN]

async function meeting(trx: Trx, boxes: readonly Box[]): Promise<BasePatch[]> {
  const layer = layerNamed('DLTB')
  const found = new Map<number, BasePatch>()
  for (let start = 0; start < boxes.length; start += BATCH) {
    const some = boxes.slice(start, start + BATCH)
    const side = (k: 0 | 1 | 2 | 3) => sql`${some.map((box) => box[k])}::float8[]`
    const { rows } =
      await sql<FeatureRow>`select distinct on (f.id) f.id, f.version, ${attributeColumns(layer)}, ST_AsEWKB(f.geom) as geom
      from unnest(${side(0)}, ${side(1)}, ${side(2)}, ${side(3)}) s(x1, y1, x2, y2)
      join ${rowsAt(layer)} f on f.geom && ST_MakeEnvelope(s.x1, s.y1, s.x2, s.y2, ${sql.lit(layer.srid)}) order by f.id`.execute(
        trx,
      )
    for (const row of rows) found.set(row.id, toFeature(layer, row))
  }
  return [...found.values()]
}
