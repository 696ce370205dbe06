import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { committedDatabase, inRollback } from '../../testing/harness.ts'
import { inTransaction, type Trx } from '../db/database.ts'
import type { CaseProcess } from './case-process.ts'
import { type County, county, noon } from './county.testing.ts'
import { dueTimers, fireDue, nextDue, putOff } from './fire-due.ts'
import { history } from './history.ts'
import { openCases } from './open-case.ts'
import { publishProcess } from './publish-process.ts'

const title = { title: { zh: '等待', en: 'Waiting' } }

/** Waits an hour, then somebody has to look. */
const waiting: CaseProcess = {
  key: 'test.waiting',
  version: 1,
  ...title,
  business: 'landuse',
  numbers: '云等〔{year}〕{serial:4}号',
  start: 'wait',
  steps: [
    { kind: 'timer', id: 'wait', ...title, wait: { minutes: 60 }, transitions: [{ name: 'over', to: 'look' }] },
    {
      ...{ kind: 'userTask', id: 'look', ...title, role: 'screener', verbs: ['claim', 'complete'], form: '' },
      ...{ writable: [], assignment: 'pool', transitions: [{ name: 'done', to: 'end' }] },
    },
    { kind: 'end', id: 'end', ...title, result: 'seen' },
  ],
}

const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const clock = (trx: Trx, minutes: number) => ({ trx, person: null, now: later(minutes) })

async function openWaiting({ trx, as, fang }: County, count: number): Promise<string[]> {
  await publishProcess(trx, waiting, null, noon)
  const requests = Array.from({ length: count }, (_, n) => ({ title: `等待 ${n}`, areaCode: '610799102' }))
  return (await openCases(as(fang), 'test.waiting', requests)).map(({ id }) => id)
}

const timesFired = async (trx: Trx, id: string) =>
  (await history({ trx }, id)).filter(({ verb }) => verb === 'timer').length

test('Twelve timers fire in batches of five when their hour has passed, each once, and each case has its task', () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    const ids = await openWaiting(here, 12)
    assert.equal(await fireDue(clock(trx, 59), 5), 0)
    assert.deepEqual(await nextDue(clock(trx, 59)), later(60))
    const fired = []
    for (let k = 0; k < 4; k++) fired.push(await fireDue(clock(trx, 61), 5))
    assert.deepEqual(fired, [5, 5, 2, 0])
    for (const id of ids) assert.equal(await timesFired(trx, id), 1)
    const { rows } = await sql`select 1 from task where case_id = any(${ids}::uuid[]) and state = 'open'`.execute(trx)
    assert.equal(rows.length, 12)
    assert.equal(await nextDue(clock(trx, 61)), null)
  }))

test('A suspended case waits, and a timer that could not fire lets the others go before it', () =>
  inRollback(async (trx) => {
    const [first, second, third] = await openWaiting(await county(trx), 3)
    await sql`update case_ set state = 'suspended' where id = ${first}`.execute(trx)
    const timer = (await dueTimers(clock(trx, 61), 10)).find(({ caseId }) => caseId === second)!
    await putOff(clock(trx, 61), timer)
    assert.equal(await fireDue(clock(trx, 61), 10), 1)
    assert.equal(await timesFired(trx, third!), 1)
    assert.equal(await fireDue(clock(trx, 62), 10), 1)
    assert.equal(await timesFired(trx, second!), 1)
    assert.equal(await timesFired(trx, first!), 0)
  }))

test('Two servers fire the same thirty timers at once: each timer fires once', async () => {
  const { db } = await committedDatabase('fire_due')
  const ids = await inTransaction(db, async (trx) => openWaiting(await county(trx), 30))
  const server = async () => {
    let all = 0
    for (let fired = 1; fired > 0; all += fired) fired = await inTransaction(db, (trx) => fireDue(clock(trx, 61), 4))
    return all
  }
  const [one, other] = await Promise.all([server(), server()])
  assert.equal(one + other, 30)
  for (const id of ids) assert.equal(await inTransaction(db, (trx) => timesFired(trx, id)), 1)
})
