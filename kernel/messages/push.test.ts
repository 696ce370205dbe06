import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { sql } from 'kysely'
import { committedDatabase } from '../../testing/harness.ts'
import { settle } from '../../testing/people.ts'
import { hmacSm3 } from '../crypto/sm3.ts'
import { inTransaction } from '../db/database.ts'
import { pushDue } from './push.ts'
import { sendMessage } from './send-message.ts'

/** A gateway that fails as often as it is told to, and keeps what it was sent. */
async function gateway(failures: number) {
  const got: { body: string; signature: string }[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request) body += piece
    if (failures-- > 0) return response.writeHead(503).end()
    got.push({ body, signature: String(request.headers['x-yutu-signature']) })
    return response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { got, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}

test('a gateway that is on gets each message of its kinds, signed, again after it failed, and then no more', async () => {
  const { db } = await committedDatabase('push')
  const sms = await gateway(1)
  const now = new Date()
  await inTransaction(db, async (trx) => {
    const { id: ma } = await settle(trx, { name: '马东', verbs: [] })
    await sql`update person set phone = '13800000002' where id = ${ma}`.execute(trx)
    await sql`insert into message_hook (id, name, url, secret, kinds, enabled)
      values ('0198a0b0-0000-7000-8000-000000000001', '短信', ${sms.url}, 'gateway key', '{deadline}', true)`.execute(
      trx,
    )
    await sendMessage(trx, { to: [ma], kind: 'deadline', title: 'notice.lampYellow', params: { number: '1' } }, now)
    await sendMessage(trx, { to: [ma], kind: 'news', title: 'messages.news.told' }, now)
  })
  assert.equal(await pushDue(db, now), 1)
  assert.equal(sms.got.length, 0, 'it was away')
  assert.equal(await pushDue(db, now), 0, 'not yet again')
  const later = new Date(now.getTime() + 31_000)
  assert.equal(await pushDue(db, later), 1)
  assert.equal(await pushDue(db, new Date(later.getTime() + 3_600_000)), 0)
  const [{ body, signature } = { body: '', signature: '' }, ...more] = sms.got
  assert.equal(more.length, 0)
  assert.equal(signature, hmacSm3(new TextEncoder().encode('gateway key'), body))
  const { person, kind } = JSON.parse(body)
  assert.deepEqual([person.phone, kind], ['13800000002', 'deadline'])
  sms.close()
})
