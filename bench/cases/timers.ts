import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { World } from '../../apps/server/open-world.ts'
import type { CaseProcess } from '../../kernel/cases/case-process.ts'
import { openCase } from '../../kernel/cases/open-case.ts'
import { publishProcess } from '../../kernel/cases/publish-process.ts'
import { inTransaction } from '../../kernel/db/database.ts'
import type { Measure } from '../measure.ts'
import { approval } from './approval.ts'
import { COUNTY } from './bureau.ts'
import { startServer } from './server.ts'
import type { Plan } from './settings.ts'

const PATIENCE_MS = 180_000
const title = { title: { zh: '到期', en: 'Due' } }

/** Waits, and is then one more task for an officer. */
const waiting: CaseProcess = {
  ...{
    key: 'bench.waiting',
    version: 1,
    ...title,
    business: 'bench',
    numbers: '等〔{year}〕{serial:7}号',
    start: 'wait',
  },
  steps: [
    { kind: 'timer', id: 'wait', ...title, wait: { minutes: 1e6 }, transitions: [{ name: 'over', to: 'issue' }] },
    ...approval.steps.filter(({ id }) => id === 'issue' || id === 'end'),
  ],
}

/** All due at one instant, two servers at work; one is killed in the middle and another takes its place. */
export async function* timers(
  world: World,
  environment: NodeJS.ProcessEnv,
  { timers: count }: Plan,
): AsyncGenerator<Measure> {
  const { db } = world.database
  await seed(world, count)
  const [one, other] = await Promise.all([startServer(environment), startServer(environment)])
  const due = Date.now()
  await sql`update case_wait set due_at = ${new Date(due)} where kind = 'timer'`.execute(db)
  const set = Date.now()
  const left = async () =>
    (await sql<{ n: number }>`select count(*)::int as n from case_wait where kind = 'timer'`.execute(db)).rows[0]!.n
  const until = async (few: number) => {
    while ((await left()) > few && Date.now() - set < PATIENCE_MS) await pause(100)
  }
  await until(count / 2)
  one.child.kill('SIGKILL')
  const third = await startServer(environment)
  await until(0)
  const seconds = (Date.now() - set) / 1000
  await Promise.all([other.stop(), third.stop()])
  const { rows } = await inTransaction(db, (trx) =>
    sql<{
      once: number
      more: number
    }>`select count(*) filter (where n = 1)::int as once, count(*) filter (where n > 1)::int as more
      from (select count(*) as n from case_event where verb = 'timer' group by case_id) fired`.execute(trx),
  )
  const { once, more } = rows[0]!
  const failed = once === count ? undefined : `${once} fired once, ${more} more often`
  const work = `${count.toLocaleString('en')} timers due at once, two servers, one killed half-way: all fired, each once`
  yield { work, value: seconds, unit: 's', aim: 60, ...(failed && { failed }) }
}

/** One case is opened as any; the others are its copies. */
async function seed({ database: { db } }: World, count: number): Promise<void> {
  await inTransaction(db, async (trx) => {
    const now = new Date()
    await publishProcess(trx, waiting, null, now)
    const { id } = await openCase({ trx, person: null, now }, waiting.key, { title: '等待', areaCode: `${COUNTY}101` })
    const columns = sql.raw(
      'business, process, process_version, forms, title, state, area_code, data, tokens, revision, opened_at, due, warn_from',
    )
    await sql`insert into case_ (id, number, ${columns}) select md5('timer ' || n)::uuid, 'T' || n, ${columns}
      from case_, generate_series(2, ${count}::int) n where id = ${id}`.execute(trx)
    await sql`insert into case_wait (case_id, token, step, kind, due_at) select md5('timer ' || n)::uuid, token, step, kind, due_at
      from case_wait, generate_series(2, ${count}::int) n where case_id = ${id}`.execute(trx)
  })
  await sql`analyze case_wait`.execute(db)
}
