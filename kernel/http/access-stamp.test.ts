import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { type RawBuilder, sql } from 'kysely'
import { committedDatabase } from '../../testing/harness.ts'
import { OutOfDate, underStamp } from '../identity/access-stamp.ts'
import { inCommitted, signedIn, testServer } from './test-server.testing.ts'

let server: FastifyInstance
before(async () => {
  server = await testServer()
})

const newCode = () => `98${Math.floor(Math.random() * 1e9)}`
const sitting = async () => {
  const person = await signedIn({ name: '秦岭', verbs: ['atlas.*'] })
  const { cookies } = person
  const add = () =>
    server.inject({ method: 'POST', url: '/api/atlas/area/add', payload: { code: newCode(), name: '一' }, cookies })
  const list = () => server.inject({ url: '/api/atlas/area/list?codes=990', cookies })
  // Twice: the first call reads the person, the second goes by what was read.
  for (const ask of [add, add, list, list]) assert.equal((await ask()).statusCode, 200)
  return { ...person, statuses: async () => [(await add()).statusCode, (await list()).statusCode] }
}
const commit = (...changes: RawBuilder<unknown>[]) =>
  inCommitted(async (trx) => {
    for (const change of changes) await change.execute(trx)
  })

/** With another verb where the service is there already. */
const atlas = sql`insert into service (code, title_zh, title_en, verbs) values ('atlas', '图集服务', 'Atlas', '{atlas.*}') on conflict (code)`
const changes: [string, (id: string) => RawBuilder<unknown>, (id: string) => RawBuilder<unknown>, number][] = [
  [
    'a right that is taken back',
    (id) => sql`update right_grant set ended_at = now() where person = ${id}`,
    (id) => sql`update right_grant set ended_at = null where person = ${id}`,
    403,
  ],
  [
    'a role that loses its verbs',
    (id) => sql`update role set verbs = '{none.*}' where code in (select role from right_grant where person = ${id})`,
    (id) => sql`update role set verbs = '{atlas.*}' where code in (select role from right_grant where person = ${id})`,
    403,
  ],
  [
    'an account bound to other addresses',
    (id) => sql`update person set networks = '{10.9.0.0/16}' where id = ${id}`,
    (id) => sql`update person set networks = '{}' where id = ${id}`,
    403,
  ],
  [
    'a service refused to the account',
    (id) => sql`with service as (${atlas} do nothing) update person set refused_services = '{atlas}' where id = ${id}`,
    (id) => sql`update person set refused_services = '{}' where id = ${id}`,
    403,
  ],
  [
    'a service that is stopped',
    () => sql`${atlas} do update set stopped_at = now(), stopped_why = '迁移'`,
    () => sql`delete from service where code = 'atlas'`,
    503,
  ],
  [
    'a session that has ended',
    (id) => sql`update session set ended_at = now() where person = ${id}`,
    (id) => sql`update session set ended_at = null where person = ${id}`,
    401,
  ],
  [
    'a person who has left',
    (id) => sql`update person set ended_at = now() where id = ${id}`,
    (id) => sql`update person set ended_at = null where id = ${id}`,
    401,
  ],
]
for (const [title, away, back, status] of changes) {
  test(`${title} counts from the next call on, and so does taking that back`, async () => {
    const { id, statuses } = await sitting()
    await commit(away(id))
    assert.deepEqual(await statuses(), [status, status])
    await commit(back(id))
    assert.deepEqual(await statuses(), [200, 200])
  })
}

test('who acts while rights are changed a hundred times is let in and kept out by what was committed last', async () => {
  const { id, statuses } = await sitting()
  const [, away, back] = changes[0]!
  for (let k = 0; k < 100; k++) {
    const isAway = Math.random() < 0.5
    await commit(...(isAway ? [back(id), away(id)] : [away(id), back(id)]))
    assert.deepEqual(await statuses(), isAway ? [403, 403] : [200, 200])
  }
})

const stampNow = () =>
  inCommitted(async (trx) => (await sql<{ stamp: string }>`select stamp from access_stamp`.execute(trx)).rows[0]!.stamp)

test('a change that is rolled back renews nothing; one that is committed does so once', async () => {
  const { id } = await sitting()
  const first = await stampNow()
  const fails = inCommitted(async (trx) => {
    await sql`update right_grant set ended_at = now() where person = ${id}`.execute(trx)
    throw new Error('thought better of it')
  })
  await assert.rejects(fails)
  assert.equal(await stampNow(), first)
  await commit(sql`update right_grant set ended_at = now() where person = ${id}`)
  assert.notEqual(await stampNow(), first)
})

test('what was read under another stamp does nothing, even where an error is kept from whoever asked', async () => {
  const { db } = await committedDatabase()
  const code = newCode()
  const old = '00000000-0000-4000-8000-000000000000'
  const work = underStamp(db, old, 'writing', async (trx) => {
    await sql`insert into area (code, name, level) values (${code}, '一', 'town')`.execute(trx).catch(() => {})
    return 'done'
  })
  await assert.rejects(work, OutOfDate)
  const { rows } = await inCommitted((trx) => sql`select 1 from area where code = ${code}`.execute(trx))
  assert.equal(rows.length, 0)
  assert.equal(await underStamp(db, await stampNow(), 'writing', async () => 'nothing asked'), 'nothing asked')
})
