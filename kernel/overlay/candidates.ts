import { sql } from 'kysely'
import type { Trx } from '../db/database.ts'
import { type PreparedLayer, prepareLayer } from '../geometry/areas/prepared-layer.ts'
import { addWkb } from '../geometry/codecs/wkb-into-set.ts'
import type { PolygonSet } from '../geometry/flat/polygon-set.ts'
import { SetBuilder } from '../geometry/flat/set-builder.ts'
import type { Attributes } from '../layers/feature.ts'
import { layerNamed } from '../layers/registry.ts'
import { attributeColumns, idsAt, rowsAt } from '../layers/rows.ts'
import { keyText } from './row-order.ts'

/** `by`: the fields whose values make the rows; none gives one row for all that is covered. */
export type LayerQuestion = { layer: string; asOf?: Date; by: readonly string[] }

/**
 * Features of a layer, by id; place i of the set is the feature `ids[i]` with the values `keys[i]`. Features of equal values
 * have the same class.
 */
export type Candidates = { layer: PreparedLayer; ids: number[]; keys: Attributes[]; classOf: Uint32Array }

type Row = Record<string, unknown> & { id: number; geom: Uint8Array }

/** The features whose boxes meet that of any subject: one statement, found by index. */
export async function candidates(
  trx: Trx,
  subjects: PolygonSet,
  { layer: name, asOf, by }: LayerQuestion,
): Promise<Candidates> {
  const layer = layerNamed(name)
  const boxes = Array.from(subjects.boxes)
  const side = (k: 0 | 1 | 2 | 3) => sql`${boxes.filter((_, i) => i % 4 === k)}::float8[]`
  const { rows } = await sql<Row>`
    select f.id, ${by.length ? sql`${attributeColumns(layer, [...by])},` : sql``} ST_AsEWKB(f.geom) as geom
    from ${rowsAt(layer, asOf)} f where f.id = any (array(
      select distinct g.id from unnest(${side(0)}, ${side(1)}, ${side(2)}, ${side(3)}) s(x1, y1, x2, y2)
      join lateral ${idsAt(layer, asOf, sql`f.geom && ST_MakeEnvelope(s.x1, s.y1, s.x2, s.y2, ${sql.lit(layer.srid)})`)} g on true))
    order by f.id`.execute(trx)
  const builder = new SetBuilder()
  for (const { geom } of rows) addWkb(builder, geom)
  const keys = rows.map((row) => keyOf(row, by))
  return { layer: prepareLayer(builder.finish()), ids: rows.map(({ id }) => id), keys, classOf: classesOf(keys) }
}

function classesOf(keys: Attributes[]): Uint32Array {
  const known = new Map<string, number>()
  return Uint32Array.from(keys, (key) => {
    const name = keyText(key)
    const class_ = known.get(name) ?? known.size
    known.set(name, class_)
    return class_
  })
}

const keyOf = (row: Row, by: readonly string[]) =>
  Object.fromEntries(by.map((field) => [field, row[field] ?? null])) as Attributes
