import assert from 'node:assert/strict'
import { before, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { testAuditKey, testFiles, testSigner } from '../../testing/act.ts'
import { committedDatabase } from '../../testing/harness.ts'
import { settle } from '../../testing/people.ts'
import { type Database, inTransaction } from '../db/database.ts'
import type { Person } from '../identity/can.ts'
import { invalid, Refusal } from '../problems/problem.ts'
import { type AnyJob, type JobRun, job } from './job.ts'
import { cancelRun, runsOf, viewRun } from './job-runs.ts'
import { runJobs, runNext } from './run-jobs.ts'
import { startJob } from './start-job.ts'

let database: Database
let fang: Person
before(async () => {
  database = await committedDatabase()
  fang = await inTransaction(database.db, (trx) => settle(trx, { name: '方敏', verbs: ['*'] }))
})

// Tests of requests ask for runs too, and nobody makes them.
beforeEach(() => database.exec("update job_run set state = 'cancelled' where state in ('queued', 'running')"))

const ask = (name: string, input: unknown = {}) =>
  inTransaction(database.db, (trx) => startJob(trx, { name, subject: 'batch:1', input }, fang.id, new Date()))
const around = (jobs: AnyJob[]) => ({
  database,
  files: testFiles,
  signer: testSigner,
  auditKey: testAuditKey,
  jobs,
})
const look = async (id: string) => (await inTransaction(database.db, (trx) => viewRun(trx, id)))!
const next = (run: (run: JobRun<unknown>) => Promise<void>, manner = {}) =>
  runNext(around([job({ name: 'count', run })]), manner)
const change = (id: string, what: string) => database.exec(`update job_run set ${what} where id = '${id}'`)

test('Fang sees how far a run is, and that it has ended', async () => {
  const id = await ask('count', { clues: 3 })
  assert.equal((await look(id)).state, 'queued')
  let seen: unknown
  await next(async (run) => {
    assert.deepEqual(run.input, { clues: 3 })
    assert.deepEqual(run.person, fang)
    await run.progress(2, 3, 'overlay')
    const { state, done, total, stage } = await look(id)
    seen = { state, done, total, stage }
  })
  assert.deepEqual(seen, { state: 'running', done: 2, total: 3, stage: 'overlay' })
  const { state, endedAt, error } = await look(id)
  assert.deepEqual([state, error], ['done', null])
  assert.ok(endedAt)
  assert.equal(await next(async () => {}), false, 'nothing waits any more')
  const [latest] = await inTransaction(database.db, (trx) => runsOf(trx, 'batch:1'))
  assert.equal(latest?.id, id)
})

test('what a run did is in the audit under the name of whoever asked for it', async () => {
  const id = await ask('count')
  await next((run) => run.transaction((trx) => run.audit(trx, { verb: 'count.made', subject: `run:${id}`, after: 3 })))
  const { rows } = await database.query('select verb, person, record -> $2 as after from audit where subject = $1', [
    `run:${id}`,
    'after',
  ])
  assert.deepEqual(rows, [{ verb: 'count.made', person: fang.id, after: 3 }])
})

test('a request that is rolled back asks for nothing', async () => {
  const failing = inTransaction(database.db, async (trx) => {
    await startJob(trx, { name: 'count', subject: 'batch:1', input: {} }, fang.id, new Date())
    throw new Error('the act failed')
  })
  await assert.rejects(failing, /the act failed/)
  assert.equal(await next(async () => {}), false)
})

test('a run Fang cancels stops between two batches; what is done stays', async () => {
  const id = await ask('count')
  let batches = 0
  await next(async (run) => {
    for (;;) {
      await run.stopIfCancelled()
      await run.progress(++batches, 10, 'overlay')
      if (batches === 2) await inTransaction(database.db, (trx) => cancelRun(trx, id, new Date()))
    }
  })
  const { state, done, error } = await look(id)
  assert.deepEqual([state, done, error, batches], ['cancelled', 2, null, 2])
})

test('a run cancelled before it began never begins', async () => {
  const id = await ask('count')
  await inTransaction(database.db, (trx) => cancelRun(trx, id, new Date()))
  assert.equal(await next(() => assert.fail('it began')), false)
  assert.equal((await look(id)).state, 'cancelled')
})

const failures: [string, Error, object][] = [
  ['a refusal is shown as it is', new Refusal(invalid('x.no-rows', { rows: 0 })), invalid('x.no-rows', { rows: 0 })],
  [
    'a fault is shown with its message',
    new Error('disk full'),
    { code: 'jobs.run.failed', status: 500, params: { message: 'disk full' } },
  ],
]
for (const [title, error, problem] of failures) {
  test(`a run that fails: ${title}`, async (t) => {
    t.mock.method(console, 'error', () => {})
    const id = await ask('count')
    await next(() => Promise.reject(error))
    const view = await look(id)
    assert.equal(view.state, 'failed')
    assert.deepEqual(view.error, JSON.parse(JSON.stringify(problem)))
  })
}

test('a run of somebody whose account has ended is not made', async () => {
  const gone = await inTransaction(database.db, (trx) => settle(trx, { name: '离职', verbs: ['*'] }))
  const id = await inTransaction(database.db, (trx) =>
    startJob(trx, { name: 'count', subject: 'batch:1', input: {} }, gone.id, new Date()),
  )
  await database.exec(`update person set ended_at = now() where id = '${gone.id}'`)
  await next(() => assert.fail('it was made'))
  assert.equal((await look(id)).error?.code, 'jobs.run.person-gone')
})

test('a worker that was silent too long and wakes up again can write nothing more', async (t) => {
  t.mock.method(console, 'error', () => {})
  const id = await ask('count')
  const written: string[] = []
  await next(async (slow) => {
    await change(id, `heartbeat_at = now() - interval '1 hour'`)
    await next(async (run) => {
      await run.progress(1, 1, 'second worker')
      written.push('second')
    })
    await slow.transaction(async () => written.push('first'))
  })
  assert.deepEqual(written, ['second'])
  const { state, stage } = await look(id)
  assert.deepEqual([state, stage], ['done', 'second worker'])
})

test('a run whose worker still writes is not handed out again', async (t) => {
  if (database.engine === 'embedded') return t.skip('one connection: nobody can ask while it writes')
  const id = await ask('count')
  await next(async (run) => {
    await run.transaction(async (trx) => {
      await sql`select 1`.execute(trx)
      assert.equal(await next(() => assert.fail('handed out twice'), { silence: -1 }), false)
    })
  })
  assert.equal((await look(id)).state, 'done')
})

test('a run that kills its worker again and again is set aside', async () => {
  const id = await ask('count')
  await change(
    id,
    `state = 'running', claim = gen_random_uuid(), attempts = 5, heartbeat_at = now() - interval '1 hour'`,
  )
  assert.equal(await next(() => assert.fail('it was tried again')), false)
  const { state, error } = await look(id)
  assert.deepEqual([state, error?.code], ['failed', 'jobs.run.worn-out'])
})

test('stopping the program ends a run after its batch, and the next start goes on with it', async () => {
  const begun = Promise.withResolvers<void>()
  const seen: number[] = []
  const steps = job({
    name: 'count',
    run: async (run: JobRun<unknown>) => {
      for (let i = seen.length; i < 3; i++) {
        await run.stopIfCancelled()
        seen.push(i)
        begun.resolve()
        if (i === 0) await closing.promise
      }
    },
  })
  const closing = Promise.withResolvers<void>()
  const first = runJobs(around([steps]))
  const id = await ask('count')
  first.wake()
  await begun.promise
  const closed = first.close()
  closing.resolve()
  await closed
  assert.deepEqual([(await look(id)).state, seen], ['queued', [0]])
  await runNext(around([steps]))
  assert.deepEqual([(await look(id)).state, seen], ['done', [0, 1, 2]])
})

test('what is short does not wait for a run that takes minutes', async () => {
  const ended = Promise.withResolvers<void>()
  const short = job({ name: 'short', run: async () => ended.resolve() })
  const long = job({ name: 'long', slow: true, run: () => ended.promise })
  await ask('long')
  const id = await ask('short')
  const runner = runJobs(around([long, short]))
  await ended.promise
  await runner.close()
  assert.equal((await look(id)).state, 'done')
})
