import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { inRollback } from '../../testing/harness.ts'
import { settle } from '../../testing/people.ts'
import { deleteMessages, markRead, messagesOf, messagesSince, unreadOf } from './inbox.ts'
import { type NewMessage, sendMessage } from './send-message.ts'

const now = new Date('2026-11-27T08:00:00Z')
const told = (to: string[], more: Partial<NewMessage> = {}): NewMessage => ({
  ...{ to, kind: 'task', title: 'test.told', params: { number: '调〔2026〕0001' } },
  ...more,
})

test('a message lies in the inbox of each it was sent to, once, and of nobody who has left', () =>
  inRollback(async (trx) => {
    const ma = (await settle(trx, { name: '马东', verbs: [] })).id
    const yang = (await settle(trx, { name: '杨帆', verbs: [] })).id
    const gone = (await settle(trx, { name: '去职', verbs: [] })).id
    await sql`update person set ended_at = now() where id = ${gone}`.execute(trx)
    await sendMessage(trx, told([ma, yang, ma, gone]), now)
    const [message, ...others] = await messagesOf(trx, ma, { limit: 10 })
    assert.equal(others.length, 0)
    assert.deepEqual(message, {
      ...{ id: message!.id, kind: 'task', title: 'test.told', params: { number: '调〔2026〕0001' }, link: {} },
      ...{ at: now, readAt: null },
    })
    assert.equal((await unreadOf(trx, yang)).unread, 1)
    assert.equal((await unreadOf(trx, gone)).unread, 0)
  }))

test('what is told once is told once, however often it is sent', () =>
  inRollback(async (trx) => {
    const ma = (await settle(trx, { name: '马东', verbs: [] })).id
    const yang = (await settle(trx, { name: '杨帆', verbs: [] })).id
    const warning = { kind: 'deadline', once: 'due:1:2026-11-30' } as const
    await sendMessage(trx, told([ma], warning), now)
    await sendMessage(trx, told([ma, yang], warning), now)
    assert.deepEqual(await unreadOf(trx, ma), { unread: 1, byKind: { deadline: 1 } })
    assert.deepEqual(await unreadOf(trx, yang), { unread: 1, byKind: { deadline: 1 } })
    await deleteMessages(trx, ma, 'all', now)
    await sendMessage(trx, told([ma], warning), now)
    assert.equal((await unreadOf(trx, ma)).unread, 0, 'deleted is not untold')
  }))

test('one reads and deletes one’s own, by id, by kind, or all; others’ are left alone', () =>
  inRollback(async (trx) => {
    const ma = (await settle(trx, { name: '马东', verbs: [] })).id
    const yang = (await settle(trx, { name: '杨帆', verbs: [] })).id
    for (const [n, kind] of (['task', 'task', 'news', 'returned'] as const).entries())
      await sendMessage(trx, told([ma, yang], { kind }), new Date(now.getTime() + n))
    const ids = (await messagesOf(trx, ma, { limit: 10 })).map(({ id }) => id)
    assert.equal(await markRead(trx, yang, { ids }, now), 0)
    assert.equal(await markRead(trx, ma, { kind: 'task' }, now), 2)
    assert.equal(await markRead(trx, ma, { kind: 'task' }, now), 0)
    assert.deepEqual(await unreadOf(trx, ma), { unread: 2, byKind: { news: 1, returned: 1 } })
    assert.equal((await messagesOf(trx, ma, { kind: 'news', limit: 10 })).length, 1)
    assert.equal((await messagesOf(trx, ma, { unread: true, limit: 10 })).length, 2)
    assert.equal(await deleteMessages(trx, ma, { ids: ids.slice(0, 2) }, now), 2)
    assert.equal((await messagesOf(trx, ma, { limit: 10 })).length, 2)
    assert.equal(await markRead(trx, ma, 'all', now), 0, 'the unread ones were deleted')
    assert.equal((await unreadOf(trx, yang)).unread, 4)
  }))

test('pages go on behind the last message seen, and nothing is missed that was written before it', () =>
  inRollback(async (trx) => {
    const ma = (await settle(trx, { name: '马东', verbs: [] })).id
    const minutes = (n: number) => new Date(now.getTime() + n * 60_000)
    for (let n = 0; n < 5; n++) await sendMessage(trx, told([ma], { params: { n } }), minutes(n))
    const first = await messagesOf(trx, ma, { limit: 2 })
    const second = await messagesOf(trx, ma, { limit: 2, before: first.at(-1)!.id })
    assert.deepEqual(
      [...first, ...second].map(({ params }) => params.n),
      [4, 3, 2, 1],
    )
    const since = await messagesSince(trx, ma, minutes(4))
    assert.deepEqual(
      since.map(({ params }) => params.n),
      [2, 3, 4],
      'two minutes more than asked for',
    )
  }))

test('gateways that are switched on get something to push, of their kinds only', () =>
  inRollback(async (trx) => {
    const ma = (await settle(trx, { name: '马东', verbs: [] })).id
    const hook = (id: string, kinds: string[], enabled: boolean) =>
      sql`insert into message_hook (id, name, url, secret, kinds, enabled)
      values (${id}, '短信', 'https://sms.invalid', 's', ${kinds}::text[], ${enabled})`.execute(trx)
    await hook('0198a0b0-0000-7000-8000-000000000001', ['deadline'], true)
    await hook('0198a0b0-0000-7000-8000-000000000002', [], true)
    await hook('0198a0b0-0000-7000-8000-000000000003', [], false)
    await sendMessage(trx, told([ma]), now)
    await sendMessage(trx, told([ma], { kind: 'deadline' }), now)
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int as n from message_push group by hook order by n`.execute(trx)
    assert.deepEqual(
      rows.map(({ n }) => n),
      [1, 2],
    )
  }))
