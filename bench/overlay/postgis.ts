import type { Database } from '../../kernel/db/database.ts'
import { prepareLayer } from '../../kernel/geometry/areas/prepared-layer.ts'
import { tabulateSets } from '../../kernel/geometry/areas/tabulate-sets.ts'
import { tableOf } from '../../kernel/layers/definition.ts'
import { loadTable } from '../load-table.ts'
import { secondsOf } from '../measure.ts'
import type { Time } from './best.ts'
import { type EndToEnd, firstUse, whileHeld } from './end-to-end.ts'
import { loadLayer } from './load-layer.ts'
import { type Answer, answerOf } from './ours.ts'
import { secondsOfProcess } from './processor.ts'
import { thin } from './thin.ts'
import type { Work } from './work.ts'

/**
 * Times of PostGIS: `area` and `split` for all subjects, scaled where only every n-th was asked about; `table`, and ours
 * `first` and `held`, from table to table, for those asked about. `differs`: how its areas are not ours. Processor time of the
 * embedded engine is not known: it is a thread.
 */
export type PostgisTimes = {
  version: string
  area: Time
  split: Time
  table: Time
  first: EndToEnd
  held: EndToEnd
  differs?: string
}

/** By the name of the work. */
export type TimesByWork = Record<string, PostgisTimes>

/** One core, no compiling of expressions; on the embedded engine there is neither. */
const SETTINGS = 'set max_parallel_workers_per_gather = 0; set jit = off'

/** All that is asked of a database with PostGIS, warm: after one run, the best of `runs`. */
export async function postgisTimes(
  database: Database,
  whole: Work,
  every: number,
  runs: number,
): Promise<PostgisTimes> {
  const work = thin(whole, every)
  const subjects = `${work.key}_subject`
  await loadTable(database, subjects, work.subjects)
  await database.exec(
    `alter table ${subjects} alter geom type geometry(MultiPolygon, 4524) using ST_SetSRID(geom, 4524)`,
  )
  const tables = { subjects, layer: await loadLayer(database, work.key, work.layer) }
  const pairs = `from ${subjects} s join ${tableOf(tables.layer)} l on ST_Intersects(s.geom, l.geom) and l.valid_to is null`
  const areas = `select s.id as subject, l.id as feature, ST_Area(ST_Intersection(s.geom, l.geom)) as area ${pairs}`
  // «offset 0» keeps the planner from working out each area twice.
  const ask = `select count(*) filter (where area > ${work.tiny})::int as rows, sum(area) as area from (${areas} offset 0) a`
  const split = `select sum(length(ST_AsBinary(ST_Intersection(s.geom, l.geom)))) ${pairs}`
  const theirs = await database.hold(async (exec) => {
    await exec(SETTINGS)
    const [{ version } = {}] = await exec('select postgis_full_version() as version')
    const [answer] = (await exec(ask)) as Answer[]
    const [{ pid } = {}] = (database.engine === 'postgres' ? await exec('select pg_backend_pid() as pid') : []) as {
      pid?: number
    }[]
    return {
      version: String(version).split(' PROJ')[0]!,
      differs: difference(answer!, work),
      area: await best(runs, every, pid, () => exec(ask)),
      split: await best(runs, every, pid, () => exec(split)),
      table: await best(runs, 1, pid, () => exec(`drop table if exists areas; create table areas as ${areas}`)),
    }
  })
  const first = await firstUse(database, tables, work, runs)
  return { ...theirs, first, held: await whileHeld(database, tables, work, runs) }
}

function difference({ rows, area }: Answer, { subjects, layer, tiny }: Work): string | undefined {
  const ours = answerOf(tabulateSets(subjects, prepareLayer(layer)), tiny)
  if (ours.rows === rows && Math.abs(ours.area - area) <= 1e-9 * area) return undefined
  return `ours ${ours.rows} rows, Σ ${ours.area}; theirs ${rows} rows, Σ ${area}`
}

async function best(runs: number, times: number, pid: number | undefined, work: () => Promise<unknown>): Promise<Time> {
  const least = { seconds: Infinity, processor: Infinity }
  for (let k = 0; k < runs; k++) {
    const used = pid ? secondsOfProcess(pid) : Number.NaN
    least.seconds = Math.min(least.seconds, times * (await secondsOf(work)))
    least.processor = Math.min(least.processor, pid ? times * (secondsOfProcess(pid) - used) : Number.NaN)
  }
  return least
}
