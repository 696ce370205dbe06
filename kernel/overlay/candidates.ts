import { sql } from 'kysely'
import type { Trx } from '../db/database.ts'
import type { PolygonSet } from '../geometry/flat/polygon-set.ts'
import type { LayerDefinition } from '../layers/definition.ts'
import { idsAt, rowsAt } from '../layers/rows.ts'
import { presentFeatures } from './held-layers.ts'
import { FeatureBuilder, type Features, readPacked } from './packed-features.ts'

/** At least the features of a layer (at an instant, now without one) whose boxes meet that of any subject, in no certain order. */
export const candidates = (trx: Trx, subjects: PolygonSet, layer: LayerDefinition, asOf?: Date): Promise<Features> =>
  presentFeatures(trx, layer, asOf, () => readNear(trx, subjects, layer, asOf))

/** What `candidates` reads where nothing is held: one statement, found by index. */
export async function readNear(trx: Trx, subjects: PolygonSet, layer: LayerDefinition, asOf?: Date): Promise<Features> {
  // As the database writes an array: the drivers take an element at a time.
  const side = (k: 0 | 1 | 2 | 3) => sql`${`{${subjects.boxes.filter((_, i) => i % 4 === k).join()}}`}::float8[]`
  const builder = new FeatureBuilder()
  const near = sql`select distinct g.id from unnest(${side(0)}, ${side(1)}, ${side(2)}, ${side(3)}) s(x1, y1, x2, y2)
    join lateral ${idsAt(layer, asOf, sql`f.geom && ST_MakeEnvelope(s.x1, s.y1, s.x2, s.y2, ${sql.lit(layer.srid)})`)} g on true`
  await readPacked(
    trx,
    sql`select id, version, geom from ${rowsAt(layer, asOf)} f where id = any (array(${near}))`,
    builder,
  )
  return builder.finish()
}
