import { sql } from 'kysely'
import { type Database, inTransaction, type Trx } from '../../kernel/db/database.ts'
import type { AreaRows } from '../../kernel/geometry/areas/area-rows.ts'
import { type PreparedLayer, prepareLayer } from '../../kernel/geometry/areas/prepared-layer.ts'
import { tabulateSets } from '../../kernel/geometry/areas/tabulate-sets.ts'
import { addWkb } from '../../kernel/geometry/codecs/wkb-into-set.ts'
import type { PolygonSet } from '../../kernel/geometry/flat/polygon-set.ts'
import { SetBuilder } from '../../kernel/geometry/flat/set-builder.ts'

/** The best of some runs, and where its time went. */
export type EndToEnd = { seconds: number; note: string }

type Tables = { subjects: string; layer: string }
/** `ids[place]` is the id of a feature of the set. */
type Read = { ids: number[]; set: PolygonSet }

/** Subjects a batch that are tried; Infinity: all at once. The best counts. */
const BATCHES = [500, 2500, Infinity]

/**
 * From table to table in one transaction, through the door the product uses: subjects read, the features whose boxes meet
 * theirs found by index and read, areas computed, rows written. With `held` the layer is already in memory (ids are places),
 * and only subjects and rows pass.
 */
export async function endToEnd(
  { db }: Database,
  tables: Tables,
  runs: number,
  held?: PreparedLayer,
): Promise<EndToEnd> {
  let best: EndToEnd = { seconds: Infinity, note: '' }
  for (const batch of held ? [Infinity] : BATCHES) {
    for (let k = 0; k <= runs; k++) {
      const clock = new Clock()
      await inTransaction(db, (trx) => tabulateTables(trx, tables, batch, clock, held))
      clock.lap('commit')
      const size = batch === Infinity ? 'all subjects at once' : `batches of ${batch}`
      if (k > 0 && clock.total < best.seconds) best = { seconds: clock.total, note: `${size}: ${clock.parts()}` }
    }
  }
  return best
}

async function tabulateTables(
  trx: Trx,
  { subjects, layer }: Tables,
  batch: number,
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
  for (let from = 0; from < rows.length; from += batch) {
    const some = toSet(rows.slice(from, from + batch))
    clock.lap('parse')
    const features = held ? undefined : await candidates(trx, some.set, layer, clock)
    const prepared = held ?? prepareLayer(features!.set)
    clock.lap('index')
    const areas = tabulateSets(some.set, prepared)
    clock.lap('compute')
    await write(trx, areas, some.ids, features?.ids)
    clock.lap('write')
  }
}

type Row = { id: number; geom: Uint8Array }

function toSet(rows: Row[]): Read {
  const builder = new SetBuilder()
  for (const { geom } of rows) addWkb(builder, geom)
  return { ids: rows.map(({ id }) => id), set: builder.finish() }
}

async function candidates(trx: Trx, { boxes }: PolygonSet, layer: string, clock: Clock): Promise<Read> {
  const side = (k: number) => sql`${Array.from(boxes).filter((_, i) => i % 4 === k)}::float8[]`
  const { rows } = await sql<Row>`select distinct on (f.id) f.id, ST_AsEWKB(f.geom) as geom
    from unnest(${side(0)}, ${side(1)}, ${side(2)}, ${side(3)}) s(x1, y1, x2, y2)
    join ${sql.table(layer)} f on f.geom && ST_MakeEnvelope(s.x1, s.y1, s.x2, s.y2) order by f.id`.execute(trx)
  clock.lap('find and fetch')
  const read = toSet(rows)
  clock.lap('parse')
  return read
}

async function write(trx: Trx, areas: AreaRows, subjects: number[], features?: number[]): Promise<void> {
  const subject = Array.from(areas.subjects, (place) => subjects[place]!)
  const feature = Array.from(areas.features, (place) => features?.[place] ?? place)
  await sql`insert into areas_ours
    select * from unnest(${subject}::int[], ${feature}::int[], ${Array.from(areas.planar)}::float8[])`.execute(trx)
}

/** Adds up seconds by what they were spent on. */
class Clock {
  total = 0
  readonly #parts = new Map<string, number>()
  #since = performance.now()

  lap(part: string): void {
    const seconds = (performance.now() - this.#since) / 1000
    this.#parts.set(part, (this.#parts.get(part) ?? 0) + seconds)
    this.total += seconds
    this.#since = performance.now()
  }

  parts = () => [...this.#parts].map(([part, seconds]) => `${part} ${seconds.toFixed(3)}`).join(', ')
}
