import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, test } from 'node:test'
import { sm3 } from '../crypto/sm3.ts'
import { diskStore, dropOldDrafts, type FileStore } from './file-store.ts'
import { DigestDiffers, TooLarge } from './stored-file.ts'

const LIMIT = 1000
const photo = new TextEncoder().encode('四至照片')
let folder = ''
let files: FileStore

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yutu-files-'))
  files = diskStore(folder)
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Every file below the store, drafts included. */
const stored = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())

test('the same bytes are one object, however they arrive', async () => {
  const first = await files.put(photo)
  assert.deepEqual(first, { digest: sm3(photo), size: photo.length })
  assert.deepEqual(await files.put(photo), first)
  assert.deepEqual(await files.putStream(Readable.from([photo.subarray(0, 3), photo.subarray(3)]), LIMIT), first)
  assert.equal(stored().length, 1)
  assert.deepEqual(new Uint8Array(await files.get(first.digest)), photo)
  assert.deepEqual(Buffer.concat(await files.stream(first.digest).toArray()), Buffer.from(photo))
})

test('many at once are still one object', async () => {
  await Promise.all(Array.from({ length: 8 }, () => files.putStream(Readable.from([photo]), LIMIT)))
  assert.equal(stored().length, 1)
})

test('a stream that breaks off leaves nothing', async () => {
  async function* broken() {
    yield photo
    throw new Error('the link broke')
  }
  await assert.rejects(files.putStream(Readable.from(broken()), LIMIT), /the link broke/)
  assert.deepEqual(stored(), [])
})

test('more than the limit is refused and leaves nothing', async () => {
  await assert.rejects(files.putStream(Readable.from([new Uint8Array(LIMIT), photo]), LIMIT), TooLarge)
  await files.putStream(Readable.from([new Uint8Array(LIMIT)]), LIMIT)
  assert.equal(stored().length, 1)
})

test('other bytes than the sender meant are refused and leave nothing', async () => {
  await assert.rejects(files.putStream(Readable.from([photo]), LIMIT, sm3('other')), DigestDiffers)
  assert.deepEqual(stored(), [])
})

for (const digest of [sm3('never stored'), '../../etc/passwd', '']) {
  test(`asking for «${digest.slice(0, 16)}» is answered with «there is no such file»`, async () => {
    const refusal = { problem: { code: 'files.unknown', status: 404, params: { digest: digest.slice(0, 12) } } }
    await assert.rejects(async () => files.get(digest), refusal)
    assert.throws(() => files.stream(digest), refusal)
  })
}

test('drafts of a process that was killed are swept after a day, younger ones are left', async () => {
  await files.put(photo)
  const drafts = join(folder, 'drafts')
  const now = new Date('2026-11-22T08:00:00Z')
  for (const [name, at] of [
    ['old', '2026-11-20T08:00:00Z'],
    ['young', '2026-11-22T07:00:00Z'],
  ] as const) {
    writeFileSync(join(drafts, name), 'half')
    utimesSync(join(drafts, name), new Date(at), new Date(at))
  }
  dropOldDrafts(folder, now)
  assert.deepEqual(readdirSync(drafts), ['young'])
})
