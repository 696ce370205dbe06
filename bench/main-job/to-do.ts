import { sql } from 'kysely'
import type { World } from '../../apps/server/open-world.ts'
import { countBox } from '../../kernel/cases/lists/count-boxes.ts'
import { worklist } from '../../kernel/cases/lists/worklist.ts'
import { type Db, inTransaction } from '../../kernel/db/database.ts'
import { monitoring } from '../../modules/landuse/processes/monitoring.ts'
import { publishLanduse } from '../../modules/landuse/publish.ts'
import { type Measure, percentile, secondsOf } from '../measure.ts'
import { personOf } from './bench-world.ts'
import type { Settings } from './settings.ts'

const PAGES = 40
const COUNTS = 10
/** Rows a statement: none may hold up the embedded engine for long. */
const AT_ONCE = 10_000

/** The to-do list of people who see all, or a part, of so many open tasks: page after page, and the counts beside it. */
export async function* toDo(world: World, settings: Settings): AsyncGenerator<Measure> {
  const { db } = world.database
  await inTransaction(db, (trx) => publishLanduse(trx, new Date()))
  for (let from = 0; from < settings.tasks; from += AT_ONCE)
    await seedTasks(db, from, Math.min(AT_ONCE, settings.tasks - from))
  await world.database.exec('analyze case_; analyze task')
  const what = `to-do list of ${settings.tasks.toLocaleString('en')} tasks`
  const county = await pages(world, 'linzhiyuan')
  yield { work: `${what}, a page, officer of the county, p95`, value: percentile(county, 0.95), unit: 'ms', aim: 100 }
  const town = await pages(world, 'wanghaiyan')
  yield { work: `${what}, a page, officer of a town, p95`, value: percentile(town, 0.95), unit: 'ms', aim: 100 }
  yield { work: `${what}, counts by lamp, p95`, value: percentile(await counts(world), 0.95), unit: 'ms', aim: null }
}

/** Cases at manual screening (人工甄别), spread over villages and due days: rows as `openCases` writes them. */
async function seedTasks(db: Db, from: number, count: number): Promise<void> {
  await inTransaction(db, async (trx) => {
    await sql`insert into case_ (id, number, business, process, process_version, forms, title, state, area_code, data, tokens, opened_at, due)
      select md5('case ' || n)::uuid, 'B' || n, 'landuse', 'landuse.monitoring', ${monitoring.version}::int, '{}', '线索 ' || n, 'running', a.code, '{}', '{}',
        now() - n % 90 * interval '1 day', current_date + n % 60
      from generate_series(${from}::int + 1, ${from + count}::int) n
      join (select code, row_number() over (order by code) - 1 as at, count(*) over () as many from area where level = 'village') a
        on a.at = n % a.many`.execute(trx)
    await sql`insert into task (id, case_id, key, step, business, area_code, role, state, reason, opened_at, due, warn_from)
      select md5('task ' || n)::uuid, c.id, 'screen', 'screen', 'landuse', c.area_code, 'officer', 'open', 'flow', c.opened_at, c.due, c.due - 2
      from generate_series(${from}::int + 1, ${from + count}::int) n join case_ c on c.id = md5('case ' || n)::uuid`.execute(
      trx,
    )
  })
}

/** Milliseconds a page, from the first onwards. */
async function pages(world: World, login: string): Promise<number[]> {
  const person = await personOf(world, login)
  const times: number[] = []
  let after: string | undefined
  const page = () =>
    inTransaction(world.database.db, async (trx) => {
      const { items, next } = await worklist({ trx, person, now: new Date() }, { box: 'todo', limit: 50, after })
      if (items.length === 0) throw new Error(`the list of ${login} is empty`)
      after = next ?? undefined
    })
  for (let k = 0; k < PAGES; k++) times.push(1000 * (await secondsOf(page)))
  return times
}

async function counts(world: World): Promise<number[]> {
  const person = await personOf(world, 'linzhiyuan')
  const times: number[] = []
  const count = () => inTransaction(world.database.db, (trx) => countBox({ trx, person, now: new Date() }, 'todo'))
  for (let k = 0; k < COUNTS; k++) times.push(1000 * (await secondsOf(count)))
  return times
}
