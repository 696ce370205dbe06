import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { type Database, inTransaction } from '../../kernel/db/database.ts'
import { findMigrations, migrate } from '../../kernel/db/migrate.ts'
import { publish } from '../../kernel/exchange/outbox.ts'
import { newId } from '../../kernel/identity/new-id.ts'
import { startJob } from '../../kernel/jobs/start-job.ts'
import { root } from '../harness.ts'
import { settle } from '../people.ts'
import { begin, heard, newPlace, type Place } from '../place.ts'
import type { Told as DelivererTold } from './deliverer.child.ts'
import type { Told as WorkerTold } from './worker.child.ts'

const STEPS = 5
const NOON = new Date('2026-11-22T04:00:00Z')

let place: Place
before(async () => {
  place = await newPlace()
  await inside((database) => migrate(database, findMigrations(root)))
})
after(() => place.end())

async function inside<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = await place.open()
  return work(database).finally(() => database.close())
}

const start = (told: Omit<WorkerTold, 'options'>) =>
  begin(place, 'testing/durability/worker.child.ts', [JSON.stringify({ ...told, options: place.options })])
const deliver = (told: Omit<DelivererTold, 'options'>) =>
  begin(place, 'testing/durability/deliverer.child.ts', [JSON.stringify({ ...told, options: place.options })])

/** Asks for walks; each is named by an area under which its steps become rows. */
const ask = (count: number) =>
  inside(({ db }) =>
    inTransaction(db, async (trx) => {
      const person = await settle(trx, { name: '方敏', verbs: ['*'] })
      const names = Array.from({ length: count }, () => newId())
      for (const name of names) {
        await sql`insert into area (code, name, level) values (${name}, 'walk', 'town')`.execute(trx)
        await startJob(trx, { name: 'walk', subject: `walk:${name}`, input: { name } }, person.id, NOON)
      }
      return names
    }),
  )

type Walk = { state: string; done: number; error: unknown; steps: string[]; walkers: number }

const look = (name: string) =>
  inside(async ({ db }) => {
    const { rows } = await sql<Walk>`select state, done, error,
        array(select code from area where parent = ${name} order by code) as steps,
        (select count(distinct a.name) from area a where parent = ${name}) as walkers
      from job_run where subject = ${`walk:${name}`}`.execute(db)
    return rows[0]!
  })

const moments = [
  ['inside the transaction of its third step', { step: 3, committed: false }, 2],
  ['after its third step was committed and told', { step: 3, committed: true }, 3],
  ['inside its very first step', { step: 1, committed: false }, 0],
] as const

for (const [title, hangs, kept] of moments) {
  test(`a worker is killed ${title}: another goes on, nothing is lost and nothing done twice`, async () => {
    const [name] = (await ask(1)) as [string]
    const worker = start({ silence: 30, steps: STEPS, hangs })
    await heard(worker, 'now')
    worker.kill('SIGKILL')
    await once(worker, 'exit')
    assert.deepEqual(await look(name).then(({ state, steps }) => [state, steps.length]), ['running', kept])
    const next = start({ silence: 0, steps: STEPS })
    await heard(next, 'done')
    await once(next, 'exit')
    const { state, done, error, steps } = await look(name)
    assert.deepEqual([state, done, error], ['done', STEPS, null])
    assert.deepEqual(
      steps,
      Array.from({ length: STEPS }, (_, k) => `${name}.${k + 1}`),
    )
  })
}

test('two workers share one queue: every run is walked by one of them', async (t) => {
  if (!process.env.DATABASE_URL) return t.skip('the embedded database has one process')
  const names = await ask(12)
  const workers = [start({ silence: 30, steps: STEPS }), start({ silence: 30, steps: STEPS })]
  await Promise.all(workers.map((worker) => heard(worker, 'done')))
  for (const name of names) {
    const { state, steps, walkers } = await look(name)
    assert.deepEqual([state, steps.length, walkers], ['done', STEPS, 1])
  }
})

test('a deliverer is killed between telling the partner and writing it down: the partner is told again, by the same id', async () => {
  const [path, topic] = [join(place.folder, 'partner'), newId()]
  await inside(({ db }) => inTransaction(db, (trx) => publish(trx, { topic, key: 'a', payload: { area: 12.5 } }, NOON)))
  const killed = deliver({ path, topic, now: NOON.toISOString(), hangs: true })
  await heard(killed, 'now')
  killed.kill('SIGKILL')
  await once(killed, 'exit')
  const later = deliver({ path, topic, now: new Date(NOON.getTime() + 61_000).toISOString(), hangs: false })
  await heard(later, 'done')
  await once(later, 'exit')
  const told = readFileSync(path, 'utf8').trim().split('\n')
  assert.equal(told.length, 2)
  assert.equal(told[0], told[1])
  const rows = await inside(({ query }) => query('select state, attempts from outbox where topic = $1', [topic]))
  assert.deepEqual(rows.rows, [{ state: 'delivered', attempts: 1 }])
})
