import { sql } from 'kysely'
import { type Database, inTransaction, type Trx } from '../../kernel/db/database.ts'
import type { AreaRows } from '../../kernel/geometry/areas/area-rows.ts'
import { type PreparedLayer, prepareLayer } from '../../kernel/geometry/areas/prepared-layer.ts'
import { tabulateSets } from '../../kernel/geometry/areas/tabulate-sets.ts'
import { addWkb } from '../../kernel/geometry/codecs/wkb-into-set.ts'
import type { PolygonSet } from '../../kernel/geometry/flat/polygon-set.ts'
import { SetBuilder } from '../../kernel/geometry/flat/set-builder.ts'
import { Clock } from './clock.ts'

/** The best of some runs, and where its time went. */
export type EndToEnd = { seconds: number; note: string }

type Tables = { subjects: string; layer: string }
type Row = { id: number; geom: Uint8Array }
/** `ids[place]` is the id of a feature of the set. */
type Read = { ids: number[]; set: PolygonSet }

/** Subjects a batch that are tried; the best counts. All at once is always tried. */
const BATCHES = [250, 1000, 2500]

/**
 * From table to table in one transaction, through the door the product uses: subjects read, the features whose boxes meet
 * theirs found by index and read, areas computed, rows written. With `held` the layer is already in memory (ids are places),
 * and only subjects and rows pass.
 */
export async function endToEnd(
  { db }: Database,
  tables: Tables,
  subjects: number,
  runs: number,
  held?: PreparedLayer,
): Promise<EndToEnd> {
  // biome-ignore format: one row
  let best: EndToEnd = { seconds: Infinity, note: '' }
  for (const size of [...BATCHES.filter((each) => !held && each < subjects), subjects]) {
    for (let k = 0; k <= runs; k++) {
      const clock = new Clock()
      await inTransaction(db, (trx) => tabulateTables(trx, tables, size, clock, held))
      clock.lap('commit')
      const note = `${size === subjects ? 'all subjects at once' : `batches of ${size}`}: ${clock.parts()}`
      if (k > 0 && clock.total < best.seconds) best = { seconds: clock.total, note }
    }
  }
  return best
}

/** While a batch is computed the database looks for the features of the next and writes the rows of the one before. */
async function tabulateTables(
  trx: Trx,
  { subjects, layer }: Tables,
  size: number,
  clock: Clock,
  held?: PreparedLayer,
): Promise<void> {
  // biome-ignore format: one row
  await sql`drop table if exists areas_ours`.execute(trx)
  await sql`create table areas_ours (subject int, feature int, area float8)`.execute(trx)
  const { rows } = await sql<Row>`select id, ST_AsEWKB(geom) as geom from ${sql.table(subjects)} order by geom`.execute(
    trx,
  )
  clock.lap('subjects')
  const batches: Read[] = []
  for (let from = 0; from < rows.length; from += size) batches.push(toSet(rows.slice(from, from + size)))
  clock.lap('parse')
  const ask = (batch?: Read) => (batch && !held ? candidates(trx, batch.set, layer) : undefined)
  const writes: Promise<unknown>[] = []
  let asked = ask(batches[0])
  for (const [k, { ids, set }] of batches.entries()) {
    const found = await asked
    clock.lap('features')
    asked = ask(batches[k + 1])
    const features = found && toSet(found)
    clock.lap('parse')
    const prepared = held ?? prepareLayer(features!.set)
    clock.lap('index')
    const areas = tabulateSets(set, prepared)
    clock.lap('compute')
    writes.push(write(trx, areas, ids, features?.ids))
    clock.lap('send')
  }
  await Promise.all(writes)
  clock.lap('write')
}

function toSet(rows: Row[]): Read {
  const builder = new SetBuilder()
  for (const { geom } of rows) addWkb(builder, geom)
  return { ids: rows.map(({ id }) => id), set: builder.finish() }
}

async function candidates(trx: Trx, { boxes }: PolygonSet, layer: string): Promise<Row[]> {
  const side = (k: number) => sql`${Array.from(boxes).filter((_, i) => i % 4 === k)}::float8[]`
  const { rows } = await sql<Row>`select distinct on (f.id) f.id, ST_AsEWKB(f.geom) as geom
    from unnest(${side(0)}, ${side(1)}, ${side(2)}, ${side(3)}) s(x1, y1, x2, y2)
    join ${sql.table(layer)} f on f.geom && ST_MakeEnvelope(s.x1, s.y1, s.x2, s.y2) order by f.id`.execute(trx)
  return rows
}

async function write(trx: Trx, areas: AreaRows, subjects: number[], features?: number[]): Promise<void> {
  const subject = Array.from(areas.subjects, (place) => subjects[place]!)
  const feature = Array.from(areas.features, (place) => features?.[place] ?? place)
  await sql`insert into areas_ours
    select * from unnest(${subject}::int[], ${feature}::int[], ${Array.from(areas.planar)}::float8[])`.execute(trx)
}
