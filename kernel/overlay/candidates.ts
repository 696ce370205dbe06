import Flatbush from 'flatbush'
import { sql } from 'kysely'
import type { Trx } from '../db/database.ts'
import { boundingBox } from '../geometry/measures/bounding-box.ts'
import { type Attributes, toMultiPolygon } from '../layers/feature.ts'
import { layerNamed } from '../layers/registry.ts'
import { attributeColumns, rowsAt } from '../layers/rows.ts'
import type { LayerFeature, Subject } from './area-row.ts'

/** `by`: the fields whose values make the rows; none gives one row for all that is covered. */
export type LayerQuestion = { layer: string; asOf?: Date; by: readonly string[] }

type Row = Record<string, unknown> & { id: number; geom: Uint8Array }

/** For each subject the features whose boxes meet its own, by id: one statement a batch, found by index. */
export async function candidates(
  trx: Trx,
  subjects: readonly Subject[],
  { layer: name, asOf, by }: LayerQuestion,
): Promise<(subject: Subject) => LayerFeature[]> {
  const layer = layerNamed(name)
  const boxes = subjects.map(({ geometry }) => boundingBox(geometry))
  const side = (k: 0 | 1 | 2 | 3) => sql`${boxes.map((box) => box[k])}::float8[]`
  const { rows } = await sql<Row>`
    select distinct on (f.id) f.id, ${by.length ? sql`${attributeColumns(layer, [...by])},` : sql``} ST_AsEWKB(f.geom) as geom
    from unnest(${side(0)}, ${side(1)}, ${side(2)}, ${side(3)}) s(x1, y1, x2, y2)
    join ${rowsAt(layer, asOf)} f on f.geom && ST_MakeEnvelope(s.x1, s.y1, s.x2, s.y2, ${sql.lit(layer.srid)})
    order by f.id`.execute(trx)
  return finder(rows.map((row) => ({ id: row.id, key: keyOf(row, by), geometry: toMultiPolygon(row.geom) })))
}

const keyOf = (row: Row, by: readonly string[]) =>
  Object.fromEntries(by.map((field) => [field, row[field] ?? null])) as Attributes

function finder(features: LayerFeature[]): (subject: Subject) => LayerFeature[] {
  if (features.length === 0) return () => []
  const index = new Flatbush(features.length)
  for (const { geometry } of features) index.add(...boundingBox(geometry))
  index.finish()
  return ({ geometry }) =>
    index
      .search(...boundingBox(geometry))
      .sort((a, b) => a - b)
      .map((k) => features[k]!)
}
