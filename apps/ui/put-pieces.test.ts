import assert from 'node:assert/strict'
import { afterEach, mock, test } from 'node:test'
import { sm3 } from '../../kernel/crypto/sm3.ts'
import type { ProblemError } from './problem.ts'
import { putPieces } from './put-pieces.ts'
import { WAITS } from './upload.ts'

const MB = 1024 * 1024
const bytes = Uint8Array.from({ length: 20 * MB + 7 }, (_, k) => (k * 7919) % 251)
const file = new File([bytes], '救援包.zip')
const digest = sm3(bytes)
const size = bytes.length

/** A server that keeps what comes; `before` may stand in the way of a request, by its number. */
function serve(before: (n: number, method: string, from: number) => Response | undefined = () => undefined) {
  const server = { kept: new Uint8Array(size), arrived: 0, asked: [] as string[] }
  mock.method(globalThis, 'fetch', async (address: string, init: RequestInit) => {
    const method = init.method ?? 'GET'
    const from = Number((init.headers as Record<string, string> | undefined)?.['upload-offset'] ?? 0)
    init.signal?.throwIfAborted()
    server.asked.push(method === 'GET' ? 'offset' : `${from}`)
    const stands = before(server.asked.length, method, from)
    if (stands) return stands
    assert.ok(address.startsWith(`/api/files/${digest}`))
    if (method === 'GET') return Response.json({ offset: server.arrived })
    if (from > server.arrived) return Response.json({ code: 'files.piece.gap', params: { offset: server.arrived } }, { status: 409 }) // biome-ignore format: one row
    const piece = new Uint8Array(await (init.body as Blob).arrayBuffer())
    server.kept.set(piece, from)
    server.arrived = Math.max(server.arrived, from + piece.length)
    return Response.json({ offset: server.arrived, ...(server.arrived === size && { receipt: {} }) })
  })
  return server
}

/** Waits are not waited for. */
mock.timers.enable({ apis: ['setTimeout'] })
async function withoutWaiting<T>(work: Promise<T>): Promise<T> {
  let isOver = false
  const done = work.finally(() => (isOver = true))
  done.catch(() => undefined)
  while (!isOver) {
    mock.timers.tick(1000)
    await new Promise(setImmediate)
  }
  return done
}

const watch = (more: object = {}) => {
  const told = { waits: [] as number[], done: [] as number[] }
  return { told, onProgress: (done: number) => void told.done.push(done), onWait: (left: number) => void told.waits.push(left), ...more } // biome-ignore format: one row
}

afterEach(() => mock.restoreAll())

test('a file goes in pieces of 8 MB, and is told by its digest', async () => {
  const server = serve()
  const seen = watch()
  assert.deepEqual(await putPieces(file, seen), { digest, size })
  assert.deepEqual(server.asked, ['offset', '0', `${8 * MB}`, `${16 * MB}`])
  assert.deepEqual(server.kept, bytes)
  assert.deepEqual(seen.told, { waits: [], done: [8 * MB, 16 * MB, size] })
})

test('it begins where the server has it; of one it has whole a single byte asks for the answer', async () => {
  const server = serve()
  server.kept.set(bytes)
  server.arrived = 16 * MB
  await putPieces(file, watch())
  assert.deepEqual(server.asked, ['offset', `${16 * MB}`])
  await putPieces(file, watch())
  assert.deepEqual(server.asked.slice(2), ['offset', `${size - 1}`])
})

test('a link that is cut, and a proxy without an answer: it waits, asks where it stands and goes on', async () => {
  const server = serve((n) => {
    if (n === 3) throw new TypeError('fetch failed')
    return n === 5 ? new Response('', { status: 504 }) : undefined
  })
  const seen = watch()
  await withoutWaiting(putPieces(file, seen))
  assert.deepEqual(server.asked, ['offset', '0', `${8 * MB}`, 'offset', `${8 * MB}`, 'offset', `${8 * MB}`, `${16 * MB}`]) // biome-ignore format: one row
  assert.deepEqual(server.kept, bytes)
  assert.deepEqual(seen.told.waits, [2, 1, 5, 4, 3, 2, 1])
})

test('an answer that was lost on the way costs nothing twice', async () => {
  let isLost = false
  const server = serve()
  const serving = globalThis.fetch
  mock.method(globalThis, 'fetch', async (address: string, init: RequestInit) => {
    const answer = await serving(address, init)
    if (isLost || init.method !== 'PATCH') return answer
    isLost = true
    throw new TypeError('the answer was lost')
  })
  await withoutWaiting(putPieces(file, watch()))
  assert.deepEqual(server.asked, ['offset', '0', 'offset', `${8 * MB}`, `${16 * MB}`])
})

test('a server that has forgotten what had arrived is sent it anew', async () => {
  const server = serve((n) => {
    if (n === 3) server.arrived = 0
    return undefined
  })
  await withoutWaiting(putPieces(file, watch()))
  assert.deepEqual(server.kept, bytes)
  assert.deepEqual(server.asked, ['offset', '0', `${8 * MB}`, 'offset', '0', `${8 * MB}`, `${16 * MB}`])
})

test('a server that forgets again and again, or never answers, ends in a refusal that says so', async () => {
  for (const stands of [
    (_: number, method: string) => (method === 'PATCH' ? Response.json({ code: 'files.piece.gap', params: { offset: 0 } }, { status: 409 }) : undefined), // biome-ignore format: one row
    () => new Response('', { status: 502 }),
  ]) {
    serve(stands)
    await assert.rejects(
      withoutWaiting(putPieces(file, watch())),
      (error: ProblemError) => error.code === 'web.upload.cut' && error.params.times === WAITS.length + 1,
    )
    mock.restoreAll()
  }
})

test('what the server refuses is not tried again', async () => {
  const server = serve((_, method) => method === 'PATCH' ? Response.json({ code: 'kernel.too-large', params: { limit: 300 } }, { status: 413 }) : undefined) // biome-ignore format: one row
  await assert.rejects(putPieces(file, watch()), (error: ProblemError) => error.code === 'kernel.too-large')
  assert.deepEqual(server.asked, ['offset', '0'])
})

test('who gives up is heard at once: while it is hashed, sent or waited for', async () => {
  const stop = new AbortController()
  const onDigest = () => stop.abort()
  await assert.rejects(putPieces(file, watch({ signal: stop.signal, onDigest })), { name: 'AbortError' })
  for (const when of ['sent', 'waited for']) {
    const giveUp = new AbortController()
    const server = serve((n) => {
      if (when === 'sent' && n === 2) giveUp.abort()
      if (n === 3) throw new TypeError('fetch failed')
      return undefined
    })
    const onWait = () => giveUp.abort()
    await assert.rejects(withoutWaiting(putPieces(file, watch({ signal: giveUp.signal, onWait }))), { name: 'AbortError' }, when) // biome-ignore format: one row
    assert.equal(server.asked.length, when === 'sent' ? 2 : 3)
    mock.restoreAll()
  }
})

test('an empty file is one piece of nothing', async () => {
  const nothing = new File([], '空.txt')
  const asked: string[] = []
  mock.method(globalThis, 'fetch', async (_: string, init: RequestInit) => {
    const from = (init.headers as Record<string, string> | undefined)?.['upload-offset']
    asked.push(from ?? 'offset')
    return Response.json({ offset: 0, ...(from && { receipt: {} }) })
  })
  assert.deepEqual(await putPieces(nothing, watch()), { digest: sm3(new Uint8Array()), size: 0 })
  assert.deepEqual(asked, ['offset', '0'])
})
