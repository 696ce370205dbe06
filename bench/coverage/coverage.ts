import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '../../kernel/db/database.ts'
import { checkSet } from '../../kernel/geometry/coverage/check-set.ts'
import { featureCount, type PolygonSet } from '../../kernel/geometry/flat/polygon-set.ts'
import type { CountySize } from '../../tools/demo/sizes.ts'
import { child } from '../child.ts'
import { countySet, westernPart } from '../county-set.ts'
import { loadTable } from '../load-table.ts'
import { type Ratio, ratioOf } from '../ratio.ts'
import { timeChecks } from './database-peers.ts'
import type { Growth } from './growth.ts'
import { geosTime, mapshaperTimes, type PeerTime } from './library-peers.ts'
import { LIMITS } from './limits.ts'
import { qgisTime } from './qgis-peer.ts'

/** Times as fast as the best peer. */
const AIM = 5

/** The full coverage check against its peers; the full run adds how time and memory grow. */
export async function* coverage(quick: boolean): AsyncGenerator<Ratio> {
  const size: CountySize = quick ? 'M' : 'L'
  const share = quick ? 0.3 : 1
  const limit = quick ? 8 : 600
  const set = westernPart(countySet(size), share)
  const ours_s = oursOn(set)
  const work = `full coverage check, county ${size}, ${featureCount(set)} patches`
  const line = ({ peer, seconds, note, partial }: PeerTime) =>
    ratioOf({ work, peer, ours_s, peer_s: seconds, ...(partial ? {} : { aim: AIM }), note })
  for (const time of mapshaperTimes(set)) yield line(time)
  yield line(await geosTime(set))
  yield line(await embeddedTime(set, limit))
  yield line(postgisTime(size, share, limit))
  if (quick) return
  yield line(qgisTime(set, limit))
  yield* growth()
}

/** The best of three after one on a small county: the machine is shared, and a server has long been warm. */
function oursOn(set: PolygonSet): number {
  checkSet(countySet('S'), LIMITS)
  const times = [1, 2, 3].map(() => {
    const begun = performance.now()
    checkSet(set, LIMITS)
    return (performance.now() - begun) / 1000
  })
  return Math.min(...times)
}

async function embeddedTime(set: PolygonSet, limit: number): Promise<PeerTime> {
  const database = await openDatabase({ cacheFolder: tmpdir() })
  try {
    await loadTable(database, 'patch', set)
    const checks = ['validity of each', 'coverage (ST_CoverageInvalidEdges)'] as const
    return await timeChecks(database, 'PGlite PostGIS 3.6', [...checks], limit)
  } finally {
    await database.close()
  }
}

function postgisTime(size: CountySize, share: number, limit: number): PeerTime {
  const peer = child<PeerTime>(join(import.meta.dirname, '../../tools/postgres.ts'), [
    process.execPath,
    fileURLToPath(new URL('./postgis-peer.ts', import.meta.url)),
    size,
    String(share),
    String(limit),
  ])
  return peer ?? { peer: 'native PostGIS 3.3', seconds: null, note: 'PostgreSQL could not be started' }
}

/** Time per polygon at 50 k is the peer of those at 500 k and 2 M: a ratio of 1 / 1.3 or more is wanted. */
function* growth(): Generator<Ratio> {
  const [small, ...larger] = ([['M', 1], ['L', 1], ['L', 4]] as const).map(([size, copies]) =>
    child<Growth>(join(import.meta.dirname, 'growth.ts'), [size, String(copies)], ['--expose-gc', '--max-old-space-size=8192']),
  ) // biome-ignore format: one row a county
  for (const large of larger) {
    if (!small || !large) continue
    const each = ({ seconds, polygons }: Growth) => seconds / (polygons / 1e6)
    const memory = (large.memory + large.raw) / large.raw
    yield ratioOf({
      work: `seconds a million polygons, ${large.polygons} patches, ${large.vertices} vertices in ${large.seconds.toFixed(2)} s`,
      peer: `${small.polygons} patches`,
      ours_s: each(large),
      peer_s: each(small),
      aim: 1 / 1.3,
      note: `memory ${memory.toFixed(2)} × the raw coordinates, set included`,
    })
  }
}
