import { sql } from 'kysely'
import { type Database, inTransaction, type Trx } from '../../kernel/db/database.ts'
import type { AreaRows } from '../../kernel/geometry/areas/area-rows.ts'
import { tabulateSets } from '../../kernel/geometry/areas/tabulate-sets.ts'
import { featureCount, type PolygonSet } from '../../kernel/geometry/flat/polygon-set.ts'
import { SetBuilder } from '../../kernel/geometry/flat/set-builder.ts'
import { spatialOrder } from '../../kernel/geometry/flat/spatial-order.ts'
import type { LayerDefinition } from '../../kernel/layers/definition.ts'
import { candidates, readNear } from '../../kernel/overlay/candidates.ts'
import { FeatureBuilder, type Features, readPacked } from '../../kernel/overlay/packed-features.ts'
import { secondsOf } from '../measure.ts'
import type { Time } from './best.ts'
import { Clock } from './clock.ts'
import type { Work } from './work.ts'

/** The best of some runs, and where its time went. */
export type EndToEnd = Time & { note: string }

type Tables = { subjects: string; layer: LayerDefinition }
/** `ids[place]` is the id of a subject of the set. */
type Subjects = { ids: number[]; set: PolygonSet }
type Reader = (trx: Trx, subjects: PolygonSet, layer: LayerDefinition) => Promise<Features>

/** Subjects a batch that are tried; the best counts. All at once is always tried. */
const BATCHES = [1000, 2500]

/**
 * From table to table in one transaction, through the doors the product uses: subjects read, features that may meet them found
 * and read, areas computed, rows written. As it is the first time: features are read by index.
 */
export async function firstUse(
  database: Database,
  tables: Tables,
  { subjects }: Work,
  runs: number,
): Promise<EndToEnd> {
  const count = featureCount(subjects)
  let best: EndToEnd = { seconds: Infinity, processor: Infinity, note: '' }
  for (const size of [...BATCHES.filter((each) => each < count), count]) {
    const found = await bestOf(runs, (clock) => work(database, tables, size, clock, readNear))
    const note = `${size === count ? 'all subjects at once' : `batches of ${size}`}: ${found.note}`
    const processor = Math.min(found.processor, best.processor)
    best = found.seconds < best.seconds ? { ...found, note, processor } : { ...best, processor }
  }
  return best
}

/** The same once the layer is held in memory: features are asked for until all that come back are all there are. */
export async function whileHeld(
  database: Database,
  tables: Tables,
  { subjects, layer }: Work,
  runs: number,
): Promise<EndToEnd> {
  let [found, reading] = [0, 0]
  while (found < featureCount(layer)) {
    reading = await secondsOf(async () => {
      const { ids } = await inTransaction(database.db, (trx) => candidates(trx, subjects, tables.layer))
      found = ids.length
    })
  }
  const best = await bestOf(runs, (clock) => work(database, tables, featureCount(subjects), clock, candidates))
  return { ...best, note: `${best.note}; reading the whole layer took ${reading.toFixed(1)}` }
}

/** After one that warms up; short work is done for half a second. */
async function bestOf(runs: number, run: (clock: Clock) => Promise<void>): Promise<EndToEnd> {
  const best: EndToEnd = { seconds: Infinity, processor: Infinity, note: '' }
  let spent = 0
  for (let k = 0; k <= runs || spent < 0.5; k++) {
    const clock = new Clock()
    await run(clock)
    spent += clock.total
    if (k === 0) continue
    best.processor = Math.min(best.processor, clock.processor())
    if (clock.total < best.seconds) Object.assign(best, { seconds: clock.total, note: clock.parts() })
  }
  return best
}

async function work({ db, engine }: Database, tables: Tables, size: number, clock: Clock, read: Reader): Promise<void> {
  await inTransaction(db, async (trx) => {
    if (engine === 'postgres') {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
      clock.connect(rows[0]!.pid)
    }
    await tabulateTables(trx, tables, size, clock, read)
  })
  clock.lap('commit')
}

/** While a batch is computed the database looks for the features of the next and writes the rows of the one before. */
async function tabulateTables(
  trx: Trx,
  { subjects, layer }: Tables,
  size: number,
  clock: Clock,
  read: Reader,
): Promise<void> {
  await sql`drop table if exists areas_ours`.execute(trx)
  await sql`create table areas_ours (subject int, feature int, area float8)`.execute(trx)
  const all = await readSubjects(trx, subjects)
  clock.lap('subjects')
  const batches = batchesOf(all, size)
  clock.lap('batches')
  const ask = (batch?: Subjects) => batch && read(trx, batch.set, layer)
  const writes: Promise<unknown>[] = []
  let asked = ask(batches[0])
  for (const [k, { ids, set }] of batches.entries()) {
    const features = (await asked)!
    clock.lap('features')
    asked = ask(batches[k + 1])
    const areas = tabulateSets(set, features.layer)
    clock.lap('compute')
    writes.push(write(trx, areas, ids, features.ids))
    clock.lap('send')
  }
  await Promise.all(writes)
  clock.lap('write')
}

async function readSubjects(trx: Trx, table: string): Promise<Subjects> {
  const builder = new FeatureBuilder()
  await readPacked(trx, sql`select id, 1 as version, geom from ${sql.table(table)}`, builder)
  const { ids, layer } = builder.finish()
  return { ids, set: layer.set }
}

/** Subjects of a batch lie near each other. */
function batchesOf(all: Subjects, size: number): Subjects[] {
  if (size >= all.ids.length) return [all]
  const order = spatialOrder(all.set)
  return Array.from({ length: Math.ceil(order.length / size) }, (_, k) => {
    const places = order.subarray(k * size, (k + 1) * size)
    const builder = new SetBuilder()
    for (const place of places) builder.addFrom(all.set, place)
    return { ids: Array.from(places, (place) => all.ids[place]!), set: builder.finish() }
  })
}

async function write(trx: Trx, areas: AreaRows, subjects: number[], features: number[]): Promise<void> {
  const subject = areas.subjects.map((place) => subjects[place]!)
  const feature = areas.features.map((place) => features[place]!)
  await sql`insert into areas_ours
    select * from unnest(${list(subject)}::int[], ${list(feature)}::int[], ${list(areas.planar)}::float8[])`.execute(
    trx,
  )
}

/** An array as the database writes it; the driver takes an element at a time. */
const list = (numbers: Uint32Array | Float64Array) => `{${numbers.join()}}`
