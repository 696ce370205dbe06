import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { testFiles } from '../../testing/act.ts'
import { rangeIn } from './send-download.ts'
import { signedIn, testServer } from './test-server.testing.ts'

const bytes = Uint8Array.from({ length: 700_000 }, (_, k) => (k * 31) % 251)
let server: FastifyInstance
let cookies: Record<string, string> = {}
let digest = ''
before(async () => {
  server = await testServer()
  cookies = (await signedIn({ name: '下载', verbs: ['atlas.*'] })).cookies
  digest = (await testFiles.put(bytes)).digest
})
after(() => server.close())

const get = (headers: Record<string, string> = {}, of = digest, method: 'GET' | 'HEAD' = 'GET') =>
  server.inject({ method, url: `/api/atlas/area/file?digest=${of}`, cookies, headers })

test('a stored file comes whole, with its size and what names it', async () => {
  const { statusCode, headers, rawPayload } = await get()
  assert.equal(statusCode, 200)
  assert.deepEqual(new Uint8Array(rawPayload), bytes)
  assert.deepEqual([headers['content-length'], headers.etag], [String(bytes.length), `"${digest}"`])
  assert.match(String(headers['content-disposition']), /filename\*=UTF-8''%E5%9B%BE\.txt/)
  const head = await get({}, digest, 'HEAD')
  assert.deepEqual([head.headers['content-length'], head.rawPayload.length], [String(bytes.length), 0])
})

test('a download that broke off goes on where it was, as long as it is the same file', async () => {
  const rest = await get({ range: 'bytes=300000-', 'if-range': `"${digest}"` })
  assert.deepEqual([rest.statusCode, rest.headers['content-range']], [206, `bytes 300000-699999/700000`])
  assert.deepEqual(new Uint8Array(rest.rawPayload), bytes.subarray(300_000))
  const last = await get({ range: 'bytes=-10' })
  assert.deepEqual(new Uint8Array(last.rawPayload), bytes.subarray(-10))
  const other = await get({ range: 'bytes=300000-', 'if-range': '"another"' })
  assert.deepEqual([other.statusCode, other.rawPayload.length], [200, bytes.length])
  const beyond = await get({ range: 'bytes=700000-' })
  assert.deepEqual([beyond.statusCode, beyond.headers['content-range']], [416, 'bytes */700000'])
})

test('what no range is, is answered with the whole; an empty file has no ranges', () => {
  for (const asked of [undefined, 'bytes=-', 'bytes=1-2,4-5', 'bytes=9-2', 'lines=1-2'])
    assert.equal(rangeIn(asked, 100), undefined)
  assert.deepEqual(rangeIn('bytes=0-0', 100), { from: 0, to: 0 })
  assert.deepEqual(rangeIn('bytes=90-999', 100), { from: 90, to: 99 })
  assert.deepEqual(rangeIn('bytes=-999', 100), { from: 0, to: 99 })
  assert.equal(rangeIn('bytes=-0', 100), 'nothing')
  assert.equal(rangeIn('bytes=0-', 0), 'nothing')
})

test('a file that is not there is told as that, and is not saved as one', async () => {
  const { statusCode, headers } = await get({}, 'a'.repeat(64))
  assert.deepEqual([statusCode, headers['content-disposition']], [404, undefined])
})

test('what is made on the way is sent as it is made', async () => {
  const { body } = await server.inject({ url: '/api/atlas/area/pieces', cookies })
  assert.equal(body, '一二')
})
