import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '../../kernel/db/database.ts'
import { child } from '../child.ts'
import { installPeers } from '../peers/install.ts'
import type { Ratio } from '../ratio.ts'
import type { Growth } from './growth.ts'
import { libraryTimes } from './library-peers.ts'
import { growthLine, libraryLines, postgisLines } from './lines.ts'
import { prepareForLayers } from './load-layer.ts'
import { mapshaperTime } from './mapshaper-peer.ts'
import { NativePeer } from './native-peer.ts'
import { oursOn } from './ours.ts'
import { pairsOf } from './pairs.ts'
import { type PostgisTimes, postgisTimes, type TimesByWork } from './postgis.ts'
import { threadsLine } from './threads.ts'
import { countyWork, type Work, walesWork } from './work.ts'
import { keepWork } from './work-file.ts'

/**
 * `every`: so many-th subjects are asked of the native and the embedded database; `runs`: the best of so many; `spend`: at least so
 * many seconds on what is ours and short, `limit`: at most so many on a library, twice.
 */
type Plan = {
  size: 'S' | 'L'
  clues: number
  every: Record<Work['key'], [number, number]>
  runs: number
  spend: number
  limit: number
}

const QUICK: Plan = {
  size: 'S',
  clues: 1000,
  every: { county: [1, 4], wales: [16, 32] },
  runs: 2,
  spend: 0.2,
  limit: 0.25,
}
const FULL: Plan = {
  size: 'L',
  clues: 10_000,
  every: { county: [1, 1], wales: [1, 1] },
  runs: 3,
  spend: 0.5,
  limit: 60,
}

/** Area tables, pieces, and both from table to table, against their peers; the full run adds how time and memory grow. */
export async function* overlay(quick: boolean): AsyncGenerator<Ratio> {
  const plan = quick ? QUICK : FULL
  const folder = mkdtempSync(join(tmpdir(), 'yutu-overlay-'))
  const [installed, opened, postgres] = [installPeers(), openEmbedded(), new NativePeer(folder, plan.runs)]
  try {
    const county = await countyWork(plan.size, plan.clues, installed)
    const wales = await walesWork()
    if (!wales)
      yield { work: 'uk_wales', peer: 'skipped: ../shared is not here', ours_s: null, peer_s: null, ratio: null }
    const works = wales ? [county, wales] : [county]
    for (const work of works) keepWork(folder, work)
    const native = await postgres.ask(works.map(({ name, key }) => [name, plan.every[key][0]]))
    const embedded = await embeddedTimes(await opened, works, plan)
    for (const work of works)
      yield* against(work, { native: native?.[work.name], embedded: embedded[work.name]! }, plan)
    for (const work of works) yield await threadsLine(work, 4 * plan.spend)
    if (!quick) yield* growth(folder)
  } finally {
    await postgres.ask([])
    await (await opened).close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Takes some seconds in a thread of its own, while the county is being made. */
async function openEmbedded(): Promise<Database> {
  const database = await openDatabase({ cacheFolder: tmpdir() })
  await prepareForLayers(database)
  return database
}

async function embeddedTimes(database: Database, works: Work[], { every }: Plan): Promise<TimesByWork> {
  const times: TimesByWork = {}
  for (const work of works) times[work.name] = await postgisTimes(database, work, every[work.key][1], 1)
  return times
}

type Both = { native: PostgisTimes | undefined; embedded: PostgisTimes }

async function* against(
  work: Work,
  { native, embedded }: Both,
  { every, runs, spend, limit }: Plan,
): AsyncGenerator<Ratio> {
  const ours = oursOn(work, runs, spend)
  const [everyNative, everyEmbedded] = every[work.key]
  if (native) yield* postgisLines(work, ours, 'native PostGIS', native, everyNative)
  else yield { work: `area table, ${work.name}`, peer: 'native PostGIS', ours_s: ours.area.seconds, peer_s: null, ratio: null, note: 'PostgreSQL could not be started' } // biome-ignore format: one row
  yield* postgisLines(work, ours, 'PGlite PostGIS', embedded, everyEmbedded)
  const pairs = pairsOf(work)
  yield* libraryLines(work, ours, mapshaperTime(work, pairs))
  for await (const time of libraryTimes(work, pairs, limit)) yield* libraryLines(work, ours, time)
}

/** Time per polygon at 50 k is the peer of those at 500 k and 2 M. */
async function* growth(folder: string): AsyncGenerator<Ratio> {
  keepWork(folder, await countyWork('M', 1000, Promise.resolve()))
  const script = join(import.meta.dirname, 'growth.ts')
  const [small, ...larger] = ([['M', 1], ['L', 1], ['L', 4]] as const).map(([size, copies]) =>
    child<Growth>(script, [folder, `county ${size}`, String(copies)], ['--expose-gc', '--max-old-space-size=8192']),
  ) // biome-ignore format: one row a county
  for (const large of larger) if (small && large) yield growthLine(small, large)
}
