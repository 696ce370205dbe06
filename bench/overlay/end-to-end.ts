import { sql } from 'kysely'
import { type Database, type Db, inTransaction, type Trx } from '../../kernel/db/database.ts'
import type { AreaRows } from '../../kernel/geometry/areas/area-rows.ts'
import { tabulateSets } from '../../kernel/geometry/areas/tabulate-sets.ts'
import { addWkb } from '../../kernel/geometry/codecs/wkb-into-set.ts'
import { featureCount, type PolygonSet } from '../../kernel/geometry/flat/polygon-set.ts'
import { SetBuilder } from '../../kernel/geometry/flat/set-builder.ts'
import type { LayerDefinition } from '../../kernel/layers/definition.ts'
import { candidates, readNear } from '../../kernel/overlay/candidates.ts'
import type { Features } from '../../kernel/overlay/packed-features.ts'
import { secondsOf } from '../measure.ts'
import { Clock } from './clock.ts'
import type { Work } from './work.ts'

/** The best of some runs, and where its time went. */
export type EndToEnd = { seconds: number; note: string }

type Tables = { subjects: string; layer: LayerDefinition }
type Row = { id: number; geom: Uint8Array }
/** `ids[place]` is the id of a subject of the set. */
type Subjects = { ids: number[]; set: PolygonSet }
type Reader = (trx: Trx, subjects: PolygonSet, layer: LayerDefinition) => Promise<Features>

/** Subjects a batch that are tried; the best counts. All at once is always tried. */
const BATCHES = [250, 1000, 2500]

/**
 * From table to table in one transaction, through the doors the product uses: subjects read, features that may meet them found
 * and read, areas computed, rows written. As it is the first time: features are read by index.
 */
export async function firstUse({ db }: Database, tables: Tables, { subjects }: Work, runs: number): Promise<EndToEnd> {
  const count = featureCount(subjects)
  let best: EndToEnd = { seconds: Infinity, note: '' }
  for (const size of [...BATCHES.filter((each) => each < count), count]) {
    const found = await bestOf(runs, (clock) => work(db, tables, size, clock, readNear))
    const note = `${size === count ? 'all subjects at once' : `batches of ${size}`}: ${found.note}`
    if (found.seconds < best.seconds) best = { ...found, note }
  }
  return best
}

/** The same once the layer is held in memory: features are asked for until all that come back are all there are. */
export async function whileHeld(
  { db }: Database,
  tables: Tables,
  { subjects, layer }: Work,
  runs: number,
): Promise<EndToEnd> {
  let [found, reading] = [0, 0]
  while (found < featureCount(layer)) {
    reading = await secondsOf(async () => {
      const { ids } = await inTransaction(db, (trx) => candidates(trx, subjects, tables.layer))
      found = ids.length
    })
  }
  const best = await bestOf(runs, (clock) => work(db, tables, featureCount(subjects), clock, candidates))
  return { ...best, note: `${best.note}; reading the whole layer took ${reading.toFixed(1)}` }
}

async function bestOf(runs: number, run: (clock: Clock) => Promise<void>): Promise<EndToEnd> {
  let best: EndToEnd = { seconds: Infinity, note: '' }
  for (let k = 0; k <= runs; k++) {
    const clock = new Clock()
    await run(clock)
    if (k > 0 && clock.total < best.seconds) best = { seconds: clock.total, note: clock.parts() }
  }
  return best
}

const work = (db: Db, tables: Tables, size: number, clock: Clock, read: Reader) =>
  inTransaction(db, (trx) => tabulateTables(trx, tables, size, clock, read)).then(() => clock.lap('commit'))

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
  const { rows } = await sql<Row>`select id, ST_AsEWKB(geom) as geom from ${sql.table(subjects)} order by geom`.execute(trx) // biome-ignore format: one row
  clock.lap('subjects')
  const batches: Subjects[] = []
  for (let from = 0; from < rows.length; from += size) batches.push(toSet(rows.slice(from, from + size)))
  clock.lap('parse')
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

function toSet(rows: Row[]): Subjects {
  const builder = new SetBuilder()
  for (const { geom } of rows) addWkb(builder, geom)
  return { ids: rows.map(({ id }) => id), set: builder.finish() }
}

async function write(trx: Trx, areas: AreaRows, subjects: number[], features: number[]): Promise<void> {
  const subject = Array.from(areas.subjects, (place) => subjects[place]!)
  const feature = Array.from(areas.features, (place) => features[place]!)
  await sql`insert into areas_ours
    select * from unnest(${subject}::int[], ${feature}::int[], ${Array.from(areas.planar)}::float8[])`.execute(trx)
}
