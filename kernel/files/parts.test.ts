import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, test } from 'node:test'
import { sm3 } from '../crypto/sm3.ts'
import { diskStore, type FileStore } from './file-store.ts'
import { dropOldParts, type Gap } from './parts.ts'
import { DigestDiffers, TooLarge } from './stored-file.ts'

const bytes = Uint8Array.from({ length: 200_000 }, (_, k) => (k * 7919) % 251)
const digest = sm3(bytes)
const size = bytes.length
let folder = ''
let files: FileStore

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yutu-parts-'))
  files = diskStore(folder)
})
afterEach(() => rmSync(folder, { recursive: true }))

const piece = (offset: number, owner = 'lin') => ({ owner, digest, size, offset })
const from = (offset: number, end = size) => Readable.from([bytes.subarray(offset, end)])

/** A link that is cut after so many bytes. */
async function* cut(offset: number, after: number) {
  yield bytes.subarray(offset, offset + after)
  throw new Error('the link broke')
}

test('a link that is cut again and again loses nothing that has arrived', async () => {
  for (let offset = 0; offset < 150_000; offset = await files.parts.offsetOf('lin', digest)) {
    await assert.rejects(files.parts.add(piece(offset), Readable.from(cut(offset, 40_000))), /the link broke/)
  }
  const last = await files.parts.offsetOf('lin', digest)
  assert.equal(last, 160_000)
  assert.deepEqual(await files.parts.add(piece(last), from(last)), { offset: size, stored: { digest, size } })
  assert.deepEqual(new Uint8Array(await files.get(digest)), bytes)
  assert.equal(await files.parts.offsetOf('lin', digest), size)
})

test('a store opened anew goes on where the one before was killed', async () => {
  await assert.rejects(files.parts.add(piece(0), Readable.from(cut(0, 70_000))))
  const again = diskStore(folder)
  assert.equal(await again.parts.offsetOf('lin', digest), 70_000)
  await again.parts.add(piece(70_000), from(70_000))
  assert.ok(await again.has(digest))
})

test('a piece sent twice, or overlapping, changes nothing; one behind a gap is told where to begin', async () => {
  assert.deepEqual(await files.parts.add(piece(0), from(0, 90_000)), { offset: 90_000 })
  assert.deepEqual(await files.parts.add(piece(30_000), from(30_000, 60_000)), { offset: 90_000 })
  await assert.rejects(files.parts.add(piece(100_000), from(100_000)), (error: Gap) => error.offset === 90_000)
  await files.parts.add(piece(80_000), from(80_000))
  assert.deepEqual(new Uint8Array(await files.get(digest)), bytes)
  assert.deepEqual((await files.parts.add(piece(0), from(0, 10))).stored, { digest, size })
})

test('eight connections at once end with one whole object', async () => {
  const offsets = Array.from({ length: 8 }, (_, k) => k * 1000)
  await files.parts.add(piece(0), from(0, 10_000))
  const answers = await Promise.all(offsets.map((offset) => files.parts.add(piece(offset), from(offset))))
  assert.ok(answers.every(({ stored }) => stored?.digest === digest))
  assert.deepEqual(new Uint8Array(await files.get(digest)), bytes)
})

test('who still has the part open when another finishes it cannot change what is stored', async () => {
  await files.parts.add(piece(0), from(0, 150_000))
  const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>()
  const { promise: hasBegun, resolve: begun } = Promise.withResolvers<void>()
  async function* slow() {
    begun()
    await mayGoOn
    yield new Uint8Array(50_000).fill(66)
  }
  const late = files.parts.add(piece(150_000), Readable.from(slow()))
  await hasBegun
  const { stored } = await files.parts.add(piece(150_000), from(150_000))
  assert.deepEqual(stored, { digest, size })
  goOn()
  await late
  assert.deepEqual(new Uint8Array(await files.get(digest)), bytes)
})

test('other bytes than named are refused and begun anew; more than named too; another owner is not disturbed', async () => {
  await files.parts.add(piece(0, 'he'), from(0, 5000))
  const wrong = Uint8Array.from(bytes, (byte) => byte ^ 1)
  await assert.rejects(files.parts.add(piece(0), Readable.from([wrong])), DigestDiffers)
  assert.equal(await files.parts.offsetOf('lin', digest), 0)
  await assert.rejects(files.parts.add(piece(0), Readable.from([bytes, bytes])), TooLarge)
  assert.equal(await files.parts.offsetOf('he', digest), 5000)
  assert.equal(await files.has(digest), false)
})

test('an empty file is a file', async () => {
  const nothing = { owner: 'lin', digest: sm3(new Uint8Array()), size: 0, offset: 0 }
  const { stored } = await files.parts.add(nothing, Readable.from([]))
  assert.deepEqual(stored, { digest: nothing.digest, size: 0 })
})

test('what nobody went on with for a week is swept', async () => {
  await files.parts.add(piece(0), from(0, 10))
  const now = new Date('2026-11-22T08:00:00Z')
  const [name] = readdirSync(join(folder, 'parts'))
  const at = (day: string) => utimesSync(join(folder, 'parts', name!), new Date(day), new Date(day))
  at('2026-11-20T08:00:00Z')
  dropOldParts(folder, now)
  assert.ok(existsSync(join(folder, 'parts', name!)))
  at('2026-11-10T08:00:00Z')
  dropOldParts(folder, now)
  assert.deepEqual(readdirSync(join(folder, 'parts')), [])
})
