import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { testFiles, testSigner } from '../../testing/act.ts'
import { cacheFolder } from '../../testing/harness.ts'
import { receiptFault } from '../crypto/receipt.ts'
import { sm3 } from '../crypto/sm3.ts'
import { refuseWith } from './put-guard.ts'
import { COOKIE } from './session-routes.ts'
import { signedIn, testServer } from './test-server.testing.ts'

let server: FastifyInstance
let cookies: Record<string, string> = {}
before(async () => {
  server = await testServer()
  cookies = (await signedIn({ name: '上传', verbs: ['files.put'] })).cookies
  await server.listen({ host: '127.0.0.1', port: 0 })
})
after(() => server.close())

const put = (payload: Buffer, headers: Record<string, string> = {}, as = cookies) =>
  server.inject({
    method: 'PUT',
    url: '/api/files',
    payload,
    cookies: as,
    headers: { 'content-type': 'application/octet-stream', ...headers },
  })

const unique = () => Buffer.from(`delivery ${process.pid} ${Math.random()}`)

test('what is uploaded can be had by its digest, and sending it again is harmless', async () => {
  const bytes = unique()
  const first = await put(bytes, { 'x-file-digest': sm3(bytes) })
  assert.equal(first.statusCode, 200)
  assert.deepEqual(first.json(), { digest: sm3(bytes), size: bytes.length })
  assert.deepEqual((await put(bytes)).json(), first.json())
  assert.deepEqual(Buffer.from(await testFiles.get(sm3(bytes))), bytes)
})

test('bytes that differ from what the sender meant are refused and not kept', async () => {
  const bytes = unique()
  const response = await put(bytes, { 'x-file-digest': sm3('other') })
  assert.deepEqual([response.statusCode, response.json().code], [422, 'files.put.digest-differs'])
  assert.equal(await testFiles.has(sm3(bytes)), false)
})

test('strangers, people without the right, and other kinds of body are refused', async () => {
  assert.equal((await put(unique(), {}, {})).statusCode, 401)
  const { cookies: reader } = await signedIn({ name: '看图', verbs: ['onemap.*'] })
  assert.equal((await put(unique(), {}, reader)).statusCode, 403)
  assert.equal((await put(Buffer.from('{}'), { 'content-type': 'application/json' })).statusCode, 415)
  assert.equal((await put(unique(), { 'content-length': String(2 ** 40) })).statusCode, 413)
})

const drafts = () => {
  try {
    return readdirSync(join(cacheFolder, 'test-files', 'drafts')).filter((name) => name.startsWith(`${process.pid}-`))
  } catch {
    return []
  }
}

/** Sends the beginning of an upload of 200 MB by hand. */
async function beginUpload(): Promise<Socket> {
  const { port } = server.server.address() as AddressInfo
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write(
    `PUT /api/files HTTP/1.1\r\nhost: x\r\ncookie: ${COOKIE}=${cookies[COOKIE]}\r\n` +
      `content-type: application/octet-stream\r\ncontent-length: ${200 * 1024 * 1024}\r\n\r\n`,
  )
  socket.write(Buffer.alloc(3 * 1024 * 1024, 7))
  return socket
}

/** The server ends every request it has begun, also one whose sender has gone. */
const nextEnd = () =>
  new Promise<void>((resolve) => server.server.once('request', (_request, response) => response.once('close', resolve)))

test('a 200 MB upload cut half-way leaves nothing, and the server goes on', async () => {
  const ended = nextEnd()
  const socket = await beginUpload()
  while (drafts().length === 0) await new Promise(setImmediate)
  socket.resetAndDestroy()
  await ended
  while (drafts().length > 0) await new Promise(setImmediate)
  const bytes = unique()
  assert.equal((await put(bytes)).statusCode, 200)
})

const send = (bytes: Buffer, offset: number, end = bytes.length, digest = sm3(bytes)) =>
  server.inject({
    method: 'PATCH',
    url: `/api/files/${digest}`,
    payload: bytes.subarray(offset, end),
    cookies,
    headers: {
      ...{
        'content-type': 'application/octet-stream',
        'upload-offset': `${offset}`,
        'upload-length': `${bytes.length}`,
      },
    },
  })
const offsetOf = async (digest: string) =>
  (await server.inject({ method: 'GET', url: `/api/files/${digest}/offset`, cookies })).json()

test('a photo in pieces: each tells how far it is, the last is answered with a receipt that verifies', async () => {
  const bytes = unique()
  assert.deepEqual(await offsetOf(sm3(bytes)), { offset: 0, isStored: false })
  assert.deepEqual((await send(bytes, 0, 5)).json(), { offset: 5 })
  const early = await send(bytes, 9)
  assert.deepEqual([early.statusCode, early.json().code, early.json().params.offset], [409, 'files.piece.gap', 5])
  const last = (await send(bytes, 5)).json()
  assert.equal(last.offset, bytes.length)
  const payload = { digest: sm3(bytes), size: bytes.length }
  assert.equal(receiptFault(last.receipt, payload, testSigner.keys.publicKey), undefined)
  assert.equal(receiptFault(last.receipt, { ...payload, size: 1 }, testSigner.keys.publicKey), 'payload')
  assert.equal((await offsetOf(sm3(bytes))).isStored, true)
  assert.ok((await send(bytes, 0)).json().receipt, 'sent again, it is received again')
})

test('pieces of other bytes, without numbers, or without a digest are refused', async () => {
  const bytes = unique()
  const other = await send(bytes, 0, bytes.length, sm3('other'))
  assert.deepEqual([other.statusCode, other.json().code], [422, 'files.put.digest-differs'])
  const headers = { 'content-type': 'application/octet-stream' }
  const bare = await server.inject({
    method: 'PATCH',
    url: `/api/files/${sm3(bytes)}`,
    payload: bytes,
    cookies,
    headers,
  })
  assert.deepEqual([bare.statusCode, bare.json().code], [422, 'files.piece.no-number'])
  assert.equal((await send(bytes, 0, bytes.length, 'photo')).json().code, 'files.piece.no-digest')
})

test('an archive larger than anybody else’s file is begun in pieces by who may send it, and refused to others', async () => {
  const { cookies: archivist } = await signedIn({ name: '导入救援包', verbs: ['files.put', 'files.putLarge'] })
  const url = `/api/files/${sm3(unique())}`
  const length = 5 * 1024 ** 3
  const headers = { 'content-type': 'application/octet-stream', 'upload-offset': '0', 'upload-length': `${length}` }
  const begin = (as: Record<string, string>) =>
    server.inject({ method: 'PATCH', url, payload: Buffer.alloc(8), cookies: as, headers })
  const refused = await begin(cookies)
  assert.deepEqual([refused.statusCode, refused.json().code], [413, 'kernel.too-large'])
  assert.deepEqual((await begin(archivist)).json(), { offset: 8 })
})

test('a server whose disk is full says so, and what has arrived is gone on with', () => {
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  assert.throws(() => refuseWith(1)(full), { problem: { code: 'files.put.no-room', status: 507 } })
})
