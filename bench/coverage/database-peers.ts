import type { Database } from '../../kernel/db/database.ts'
import { secondsOf } from '../measure.ts'
import type { PeerTime } from './library-peers.ts'

/** What is asked, and what of our check it finds. */
const CHECKS = {
  'validity of each': `select count(*) from patch where not ST_IsValid(geom)`,
  'overlaps (self-join)': `select count(*), sum(ST_Area(ST_Intersection(a.geom, b.geom))) from patch a join patch b
    on a.geom && b.geom and a.id < b.id and ST_Relate(a.geom, b.geom, '2********')`,
  'gaps (holes of the union)': `select count(*) from (select (ST_DumpRings((ST_Dump(u)).geom)).* from
    (select ST_Union(geom) as u from patch) whole) ring where path[1] > 0`,
  'coverage (ST_CoverageInvalidEdges)': `select count(*) from
    (select ST_CoverageInvalidEdges(geom, 1) over () as edges from patch) each where edges is not null`,
}

/** One session, one core. A check that takes longer than `limit` seconds is given up. */
export async function timeChecks(
  database: Database,
  peer: string,
  checks: (keyof typeof CHECKS)[],
  limit: number,
): Promise<PeerTime> {
  const parts: string[] = []
  let total: number | null = 0
  for (const check of checks) {
    const script = `set max_parallel_workers_per_gather = 0; set statement_timeout = ${limit * 1000}; ${CHECKS[check]}`
    const seconds = await secondsOf(() => database.exec(script)).catch((error: Error) => error)
    parts.push(`${check} ${typeof seconds === 'number' ? `${seconds.toFixed(2)} s` : seconds.message}`)
    total = total === null || typeof seconds !== 'number' ? null : total + seconds
  }
  return { peer, seconds: total, note: parts.join('; ') }
}
