import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, mock, test } from 'node:test'
import fastify, { type FastifyInstance } from 'fastify'
import { testAuditKey, testFiles, testSigner } from '../../testing/act.ts'
import { committedDatabase } from '../../testing/harness.ts'
import { inTransaction, type Trx } from '../db/database.ts'
import { markRead } from '../messages/inbox.ts'
import { sendMessage } from '../messages/send-message.ts'
import { messageStream } from './message-stream.ts'
import { buildServer } from './server.ts'
import { COOKIE } from './session-routes.ts'
import type { Surroundings } from './surroundings.ts'
import { inCommitted, signedIn } from './test-server.testing.ts'

const servers: FastifyInstance[] = []
after(async () => {
  for (const server of servers) await server.close()
})

/** A server of its own that listens; several share the database. */
async function open(): Promise<string> {
  const rest = { files: testFiles, auditKey: testAuditKey, signer: testSigner, wakeJobs() {} }
  const server = await buildServer({ database: await committedDatabase(), modules: [], ...rest })
  servers.push(server)
  await server.listen({ port: 0, host: '127.0.0.1' })
  return `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
}

type Event = { id?: string; event: string; data: { title?: string; unread?: number } }

/** Reads a stream event by event. */
async function listen(address: string, cookies: Record<string, string>, lastEventId?: string) {
  const cut = new AbortController()
  const headers = { cookie: `${COOKIE}=${cookies[COOKIE]}`, ...(lastEventId && { 'last-event-id': lastEventId }) }
  const response = await fetch(`${address}/api/messages/stream`, { headers, signal: cut.signal })
  assert.equal(response.status, 200)
  assert.equal(response.headers.get('content-type'), 'text/event-stream')
  const events = eventsOf(response)
  const next = async () => (await events.next()).value!
  /** Up to the next one of this name. */
  const until = async (event: string): Promise<Event> => {
    for (;;) {
      const one = await next()
      if (one.event === event) return one
    }
  }
  return { next, until, cut: () => cut.abort() }
}

async function* eventsOf(response: Response): AsyncGenerator<Event, undefined> {
  let text = ''
  for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) {
    text += piece
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const lines = text.slice(0, end).split('\n')
      text = text.slice(end + 2)
      const of = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2)
      if (of('data')) yield { id: of('id'), event: of('event')!, data: JSON.parse(of('data')!) }
    }
  }
}

const send = (person: string, title: string) =>
  inCommitted((trx) => sendMessage(trx, { to: [person], kind: 'task', title }, new Date()))

test('a message is heard on an open page of its reader, on whatever server, and by nobody else', async () => {
  const [one, two] = [await open(), await open()]
  const ma = await signedIn({ name: '马东', verbs: [] })
  const yang = await signedIn({ name: '杨帆', verbs: [] })
  const here = await listen(one, ma.cookies)
  const there = await listen(two, ma.cookies)
  const others = await listen(one, yang.cookies)
  assert.deepEqual((await here.next()).data, { unread: 0, byKind: {} })
  await there.next()
  await others.next()
  await send(ma.id, 'first')
  for (const page of [here, there]) {
    const { event, data, id } = await page.next()
    assert.deepEqual([event, data.title], ['message', 'first'])
    assert.ok(id)
    assert.deepEqual((await page.next()).data, { unread: 1, byKind: { task: 1 } })
  }
  await send(yang.id, 'for Yang')
  assert.equal((await others.until('message')).data.title, 'for Yang')
  for (const page of [here, there, others]) page.cut()
})

test('what was rolled back is never heard; read on one page, the others count anew', async () => {
  const address = await open()
  const ma = await signedIn({ name: '马东', verbs: [] })
  const page = await listen(address, ma.cookies)
  await page.until('unread')
  const failing = async (trx: Trx) => {
    await sendMessage(trx, { to: [ma.id], kind: 'task', title: 'never' }, new Date())
    throw new Error('changed my mind')
  }
  const { db } = await committedDatabase()
  await assert.rejects(inTransaction(db, failing), /changed my mind/)
  await send(ma.id, 'kept')
  assert.equal((await page.until('message')).data.title, 'kept')
  assert.equal((await page.until('unread')).data.unread, 1)
  await inCommitted((trx) => markRead(trx, ma.id, 'all', new Date()))
  assert.equal((await page.until('unread')).data.unread, 0)
  page.cut()
})

test('a page whose line broke goes on behind the last it heard', async () => {
  const address = await open()
  const ma = await signedIn({ name: '马东', verbs: [] })
  const page = await listen(address, ma.cookies)
  await page.until('unread')
  await send(ma.id, 'before')
  const { id } = await page.until('message')
  page.cut()
  await send(ma.id, 'meanwhile')
  const again = await listen(address, ma.cookies, id)
  const heard = [(await again.until('message')).data.title, (await again.until('message')).data.title]
  assert.ok(heard.includes('meanwhile'))
  again.cut()
})

test('whoever is not signed in hears nothing', async () => {
  const response = await fetch(`${await open()}/api/messages/stream`)
  assert.equal(response.status, 401)
  assert.equal(((await response.json()) as { code: string }).code, 'session.missing')
})

test('nothing is kept of a page that left before its stream had begun', async () => {
  const heard = Promise.withResolvers<() => Promise<void>>()
  const database = { ...(await committedDatabase()), listen: () => heard.promise }
  let asked = 0
  const server = fastify()
  servers.push(server)
  server.addHook('onRequest', async (request) => Object.assign(request, { person: { id: 'nobody' } }))
  messageStream(server, { database } as unknown as Surroundings, async () => ++asked > 0)
  await server.listen({ port: 0, host: '127.0.0.1' })
  const left = new Promise((resolve) => server.server.on('connection', (socket) => socket.on('close', resolve)))
  const cut = new AbortController()
  server.server.on('request', () => cut.abort())
  const { port } = server.server.address() as AddressInfo
  await assert.rejects(fetch(`http://127.0.0.1:${port}/api/messages/stream`, { signal: cut.signal }))
  await left
  mock.timers.enable({ apis: ['setInterval'] })
  heard.resolve(async () => {})
  await new Promise(setImmediate)
  mock.timers.tick(60_000)
  mock.timers.reset()
  assert.equal(asked, 0)
})
