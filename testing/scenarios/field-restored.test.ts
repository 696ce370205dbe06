import 'fake-indexeddb/auto'
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, mock, test } from 'node:test'
import { appendOperation } from '../../apps/field/store/append-operation.ts'
import { closeDatabase, DATABASE, fieldDatabase, type KeptPhoto } from '../../apps/field/store/field-database.ts'
import { keepBytes } from '../../apps/field/store/keep-photo.ts'
import { pullTasks } from '../../apps/field/store/pull-tasks.ts'
import { freeSettled } from '../../apps/field/store/settled-originals.ts'
import { unsentOf } from '../../apps/field/store/unsent.ts'
import { forgetKeys, holdKeys } from '../../apps/field/store/vault/open-keys.ts'
import { openBySignIn } from '../../apps/field/store/vault/vault.ts'
import { keepAnswer } from '../../apps/field/sync/keep-answer.ts'
import { sendWaiting } from '../../apps/field/sync/send-waiting.ts'
import { ProblemError } from '../../apps/ui/problem.ts'
import { canonicalJson } from '../../kernel/crypto/canonical-json.ts'
import { sm3 } from '../../kernel/crypto/sm3.ts'
import { keysOf } from '../../modules/fieldwork/rules/sealing/keys.ts'
import type { Answer, Operation } from '../../modules/fieldwork/schema.ts'

const MA = 'ma'
const TASK = '0198a0b0-0000-7000-8000-00000000000a'

/** A server that can be put back to an older backup, of its database or of its files too. */
const server = { acts: [] as Operation[], files: new Map<string, string>(), refused: '', knowsPhone: false, secret: '' }

async function answer(address: string, init: RequestInit = {}): Promise<Response> {
  const digest = /files\/([0-9a-f]{64})/.exec(address)?.[1]
  if (address.endsWith('/offset')) return Response.json({ offset: 0 })
  if (digest) return digest === server.refused ? Response.json({ code: 'kernel.too-large' }, { status: 413 }) : taken(digest, init) // biome-ignore format: one row
  const input = init.body ? JSON.parse(String(init.body)) : {}
  if (address.includes('device/register')) server.knowsPhone = true
  if (address.includes('device/key')) return keyFor(input)
  if (address.includes('sync')) return Response.json({ answers: (input.operations as Operation[]).map(answerOf) })
  const page = { cursor: 'c', isWhole: false, more: false, tasks: [], gone: [], answers: [], last: server.acts.length }
  return Response.json(address.includes('pull') ? page : {})
}

function keyFor({ kept }: { kept?: string }): Response {
  if (!server.knowsPhone) return Response.json({ code: 'fieldwork.device.unknown' }, { status: 404 })
  server.secret ||= kept ?? randomBytes(32).toString('hex')
  return Response.json({ secret: server.secret })
}

/** Of what comes in one piece; named as asked, beside what it is. */
function taken(digest: string, init: RequestInit): Response {
  server.files.set(digest, sm3(new Uint8Array(init.body as ArrayBuffer)))
  const size = Number((init.headers as Record<string, string>)['upload-length'])
  return Response.json({ offset: size, receipt: { digest: sm3(canonicalJson({ digest, size })) } })
}

function answerOf(operation: Operation): Answer {
  if (operation.sequence > server.acts.length + 1) return { id: operation.id, status: 'held', waitsFor: 'earlier' }
  if (operation.sequence === server.acts.length + 1) server.acts.push(operation)
  const { digest } = operation.payload
  return digest === undefined || server.files.has(String(digest))
    ? { id: operation.id, status: 'applied' }
    : { id: operation.id, status: 'held', waitsFor: 'photo' }
}

async function photograph(): Promise<string> {
  const { digest, bytes } = await keepBytes(new Uint8Array(randomBytes(500)).buffer)
  const about = { digest, size: 500, mediaType: 'image/jpeg', takenAt: '2026-11-27T01:00:00Z' }
  const nothing = {
    position: null,
    accuracy: null,
    azimuth: null,
    pitch: null,
    kind: null,
    thumbnail: new Uint8Array(),
  }
  const photo = { ...about, ...nothing, taskId: TASK, bytes, receipt: null }
  await appendOperation(MA, { kind: 'photo.add', taskId: TASK, payload: about }, { photo })
  return digest
}

const photoOf = async (digest: string): Promise<KeptPhoto> => (await (await fieldDatabase()).get('photos', digest))!
const states = async () => (await (await fieldDatabase()).getAll('operations')).map(({ state }) => state)
/** As browsers have it. */
function storage() {
  const kept = new Map<string, string>()
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  }
}

/** As the page does it. */
const exchange = async () => {
  await sendWaiting(MA)
  await pullTasks(MA)
}

beforeEach(async () => {
  Object.assign(server, { acts: [], files: new Map(), refused: '', knowsPhone: false, secret: '' })
  holdKeys(MA, await keysOf(new Uint8Array(32).fill(1)))
  mock.method(globalThis, 'fetch', answer)
  for (const name of ['localStorage', 'sessionStorage'])
    Object.defineProperty(globalThis, name, { value: storage(), configurable: true })
})
afterEach(async () => {
  mock.restoreAll()
  await closeDatabase()
  forgetKeys()
  indexedDB.deleteDatabase(DATABASE)
})

// Function points: SH129 SH132
test('The server is put back to an older backup: what it has answered since is sent once more, in its chain', async () => {
  await appendOperation(MA, { kind: 'task.claim', taskId: TASK, payload: {} })
  const first = await photograph()
  await photograph()
  await exchange()
  assert.deepEqual([await states(), await unsentOf(MA)], [['done', 'done', 'done'], 0])
  const all = server.acts.map(({ hash }) => hash)
  server.acts.length = 1
  await pullTasks(MA)
  assert.deepEqual(await states(), ['done', 'waiting', 'waiting'])
  await exchange()
  assert.deepEqual(
    server.acts.map(({ hash }) => hash),
    all,
  )
  assert.deepEqual([await unsentOf(MA), (await photoOf(first)).isLost], [0, false])
  await exchange()
  assert.equal(server.acts.length, 3, 'and then all is quiet')
})

test('Its files are gone too: photos it had accepted are still here and go again by themselves, byte for byte; they may go only once more accepted', async () => {
  const [first, second] = [await photograph(), await photograph()]
  await exchange()
  assert.ok((await photoOf(first)).settledAt, 'accepted, and may go')
  server.acts.length = 0
  server.files.clear()
  await pullTasks(MA)
  assert.deepEqual([(await photoOf(first)).receipt, await unsentOf(MA)], [null, 2])
  assert.equal(await freeSettled({}), 0, 'nothing of it may go now, however short room is')
  await exchange()
  assert.deepEqual([...server.files], [[first, first], [second, second]]) // biome-ignore format: one row
  assert.deepEqual([await states(), await unsentOf(MA)], [['done', 'done'], 0])
  assert.equal(await freeSettled({}), 1000)
})

test('Of an original that is not here any more, the phone says that it is lost; the others go again', async () => {
  const gone = await photograph()
  await exchange()
  await freeSettled({})
  const here = await photograph()
  await exchange()
  server.acts.length = 0
  server.files.clear()
  await pullTasks(MA)
  assert.deepEqual([(await photoOf(here)).receipt, (await photoOf(gone)).receipt === null], [null, false])
  await exchange()
  assert.equal(server.files.get(here), here)
  const lost = await photoOf(gone)
  assert.deepEqual([lost.isLost, lost.receipt, await states()], [true, null, ['waiting', 'done']])
})

test('It says nothing of its chain but waits for a photo it has signed for: that receipt is void, the photo goes again', async () => {
  const digest = await photograph()
  server.files.set(digest, digest)
  await sendWaiting(MA)
  const [kept] = await (await fieldDatabase()).getAll('operations')
  await keepAnswer(kept!, { id: kept!.id, status: 'held', waitsFor: 'photo' })
  const { receipt, settledAt, isLost } = await photoOf(digest)
  assert.deepEqual([receipt, settledAt, isLost, await freeSettled({})], [null, undefined, false, 0])
  server.files.clear()
  await exchange()
  assert.deepEqual([server.files.get(digest), await states()], [digest, ['done']])
})

test('It does not know the phone any more, nor what its rows are sealed with: a sign-in gives it back, and all stays readable', async () => {
  await openBySignIn(MA)
  const before = server.secret
  await appendOperation(MA, { kind: 'task.claim', taskId: TASK, payload: {} })
  Object.assign(server, { acts: [], knowsPhone: false, secret: '' })
  await openBySignIn(MA)
  assert.deepEqual([server.knowsPhone, server.secret], [true, before])
  assert.deepEqual(await states(), ['waiting'])
})

test('A file the server refuses keeps nothing else from being sent, and is told', async () => {
  server.refused = await photograph()
  const other = await photograph()
  await assert.rejects(exchange(), (error: ProblemError) => error instanceof ProblemError && error.code === 'kernel.too-large') // biome-ignore format: one row
  assert.deepEqual([server.acts.length, server.files.has(other), await states()], [2, true, ['waiting', 'done']])
  assert.notEqual((await photoOf(server.refused)).bytes, null, 'it stays here')
})

test('The phone takes the database away without a word: what was under way fails, the next opens it again', async () => {
  ;(await fieldDatabase()).close()
  await assert.rejects(photograph(), { name: 'InvalidStateError' })
  await photograph()
  assert.deepEqual(await states(), ['waiting'])
})

test('A newer page has changed the database: the older one says what to do instead of failing', async () => {
  await photograph()
  await closeDatabase()
  const newer = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(DATABASE, 1000)
    request.onsuccess = () => resolve(request.result)
  })
  newer.close()
  await assert.rejects(fieldDatabase(), (error: ProblemError) => error.code === 'field.store.newer')
})
