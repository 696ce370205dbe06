import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { committedDatabase } from '../../testing/harness.ts'
import { type Database, inTransaction } from '../db/database.ts'
import { deliverWaiting, type Partner } from './deliver.ts'
import { type Message, messages, type OutboxRow, publish, sendAgain } from './outbox.ts'

const EIGHT = new Date('2026-11-22T08:00:00Z')
const later = (seconds: number) => new Date(EIGHT.getTime() + seconds * 1000)

let database: Database
let topic = ''
let told: OutboxRow[] = []
beforeEach(async (t) => {
  database = await committedDatabase()
  topic = `test.${(t as { name: string }).name}`
  told = []
})

const say = (key: string, payload: unknown = { key }, now = EIGHT) =>
  inTransaction(database.db, (trx) => publish(trx, { topic, key, payload } satisfies Message, now))
const outbox = async () =>
  (await inTransaction(database.db, (trx) => messages(trx, { topic, limit: 100 }))).toReversed()
const partner = (answer: (message: OutboxRow) => unknown = () => ({ ok: true })): Partner => ({
  topic,
  deliver: async (message) => {
    told.push(message)
    return answer(message)
  },
})
const deliver = (seconds: number, to = partner()) => deliverWaiting(database, [to], { now: () => later(seconds) })
const keys = () => told.map(({ key }) => key)

test('messages reach the partner once, oldest first, with what was said', async () => {
  for (const key of ['a', 'b', 'c']) await say(key)
  assert.equal(await deliver(0), 3)
  assert.deepEqual(keys(), ['a', 'b', 'c'])
  assert.deepEqual(told[0]?.payload, { key: 'a' })
  assert.equal(await deliver(1e6), 0)
  assert.deepEqual(new Set((await outbox()).map(({ state }) => state)), new Set(['delivered']))
})

test('the same message published twice is one', async () => {
  await say('a', { first: true })
  await say('a', { first: false })
  await deliver(0)
  assert.deepEqual(
    told.map(({ payload }) => payload),
    [{ first: true }],
  )
})

test('what is published in an act that fails is never told', async () => {
  const failing = inTransaction(database.db, async (trx) => {
    await publish(trx, { topic, key: 'a', payload: {} }, EIGHT)
    throw new Error('the act failed')
  })
  await assert.rejects(failing)
  assert.equal(await deliver(0), 0)
})

test('a partner that refuses is asked again after 5, 10 and 20 seconds; younger messages do not wait for it', async () => {
  await say('broken')
  await say('fine')
  const choosy = partner(({ key }) => {
    if (key === 'broken') throw new Error('busy')
  })
  assert.equal(await deliver(0, choosy), 1)
  for (const [seconds, asked] of [
    [4, false],
    [5, true],
    [14, false],
    [15, true],
    [34, false],
    [35, true],
  ] as const) {
    told = []
    await deliver(seconds, choosy)
    assert.deepEqual(keys(), asked ? ['broken'] : [], `after ${seconds} s`)
  }
  const [row] = await outbox()
  assert.deepEqual([row?.state, row?.attempts, row?.lastError], ['waiting', 4, 'busy'])
  assert.equal(await deliver(1e6), 1, 'and gets it when it answers')
})

test('after twelve refusals a message is set aside, and sent again when a person says so', async () => {
  await say('a')
  const refusing = partner(() => {
    throw new Error('unknown parcel')
  })
  for (let i = 0; i < 15; i++) await deliver(i * 1e5, refusing)
  assert.equal(told.length, 12)
  const [dead] = await outbox()
  assert.deepEqual([dead?.state, dead?.lastError], ['dead', 'unknown parcel'])
  const sent = await inTransaction(database.db, (trx) => sendAgain(trx, [dead!.id], later(2e6)))
  assert.equal(sent, 1)
  assert.equal(await deliver(2e6), 1)
  assert.deepEqual(new Set(told.map(({ id }) => id)), new Set([dead!.id]), 'always under the same id')
})

test('two deliverers at once do not tell a partner twice', async () => {
  for (let i = 0; i < 10; i++) await say(`k${i}`)
  const delivered = await Promise.all([deliver(0), deliver(0), deliver(0)])
  assert.equal(
    delivered.reduce((a, b) => a + b),
    10,
  )
  assert.equal(new Set(keys()).size, 10)
  assert.equal(told.length, 10)
})

test('a message whose deliverer died is delivered again, by the same id, when its lease has run out', async (t) => {
  await say('a')
  const cut = partner(() => t.mock.method(database.db, 'transaction', () => assert.fail('the power went')))
  await assert.rejects(deliver(0, cut), /the power went/)
  t.mock.restoreAll()
  assert.equal(await deliver(59), 0)
  assert.equal(await deliver(60), 1)
  assert.equal(told.length, 2)
  assert.equal(told[0]?.id, told[1]?.id)
})

test('a deliverer that is asked to stop ends after the message under way', async () => {
  for (const key of ['a', 'b']) await say(key)
  const stop = new AbortController()
  const stopping = partner(() => stop.abort())
  await deliverWaiting(database, [stopping], { now: () => EIGHT, stop: stop.signal })
  assert.deepEqual(keys(), ['a'])
})

test('topics without a partner wait for one', async () => {
  await say('a')
  assert.equal(await deliverWaiting(database, [{ ...partner(), topic: 'another' }], { now: () => EIGHT }), 0)
  assert.equal((await outbox())[0]?.state, 'waiting')
})
