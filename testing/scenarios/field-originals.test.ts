import 'fake-indexeddb/auto'
import assert from 'node:assert/strict'
import { afterEach, beforeEach, mock, test } from 'node:test'
import { clearByItself, setClearAfter } from '../../apps/field/home/auto-clear.ts'
import { clearSent, storageUse } from '../../apps/field/home/storage-use.ts'
import type { KeptPackage } from '../../apps/field/map/packages/kept-package.ts'
import { fetchStaged } from '../../apps/field/map/packages/packages.ts'
import { eraseFor } from '../../apps/field/store/erase.ts'
import {
  closeDatabase,
  DATABASE,
  fieldDatabase,
  type KeptPhoto,
  type KeptTask,
} from '../../apps/field/store/field-database.ts'
import { setKeepFor, tidyOriginals } from '../../apps/field/store/keep-originals.ts'
import { keepOriginal } from '../../apps/field/store/keep-photo.ts'
import { readRaw, rescueArchive } from '../../apps/field/store/rescue.ts'
import { freeSettled, whileKeeping, withRoom } from '../../apps/field/store/settled-originals.ts'
import { forgetKeys, holdKeys } from '../../apps/field/store/vault/open-keys.ts'
import type { Receipt } from '../../kernel/crypto/receipt.ts'
import type { Manifest } from '../../modules/fieldwork/packages/rules/manifest.ts'
import { keysOf } from '../../modules/fieldwork/rules/sealing/keys.ts'

const [MA, YANG] = ['ma', 'yang']
const TASK = 'task'
const DAY = 24 * 3600_000
const NOW = Date.parse('2026-11-28T00:00:00Z')
const SIZE = 1000
const receipt = {} as Receipt
const signIn = async (person: string) => holdKeys(person, await keysOf(new Uint8Array(32).fill(person === MA ? 1 : 2)))

/** A photo taken a month ago; settled so many days ago. */
const photo = (digest: string, days?: number, more: Partial<KeptPhoto> = {}): KeptPhoto => ({
  ...{ digest, taskId: TASK, operationId: '', bytes: new ArrayBuffer(SIZE + 28), size: SIZE, mediaType: 'image/jpeg' },
  ...{ receipt: days === undefined ? null : receipt, settledAt: days === undefined ? undefined : NOW - days * DAY },
  ...{ takenAt: '2026-10-28T00:00:00Z', position: null, accuracy: null, azimuth: null, pitch: null, kind: null },
  ...{ thumbnail: new Uint8Array(10), ...more },
})
const put = async (...photos: KeptPhoto[]) => {
  for (const each of photos) await (await fieldDatabase()).put('photos', each)
}
/** Digests of those whose original is here; of anybody. */
const here = async () => (await readRaw()).photos!.filter(({ bytes }) => bytes !== null).map(({ digest }) => digest)
const rows = async () => (await readRaw()).photos!.map(({ digest }) => digest)
const full = () => new DOMException('full', 'QuotaExceededError')
/** What the browser says is left. */
const roomIs = (left: number | (() => Promise<number>)) =>
  Object.defineProperty(navigator, 'storage', {
    value: { estimate: async () => ({ usage: 0, quota: typeof left === 'number' ? left : await left() }) },
    configurable: true,
  })

beforeEach(async () => {
  await signIn(MA)
  await (await fieldDatabase()).put('tasks', { id: TASK, person: MA, number: '1', title: '仓库' } as KeptTask)
})
afterEach(async () => {
  mock.restoreAll()
  Object.defineProperty(navigator, 'storage', { value: undefined, configurable: true })
  await closeDatabase()
  forgetKeys()
  indexedDB.deleteDatabase(DATABASE)
})

/** Everything that may not go, whatever is asked. */
const unsettled = [
  photo('unsent'),
  photo('sent, not taken yet', undefined, { receipt }),
  photo('taken, the receipt is void', 20, { receipt: null }),
  photo('as the camera gave it', undefined, { capturedBy: MA }),
]
const names = unsettled.map(({ digest }) => digest).toSorted()

// Function points: SH132 SH134
test('What has no receipt, or is not taken yet, never goes: not by its age, not for room, not by hand', async () => {
  await put(...unsettled, photo('settled', 20), photo('settled today', 0))
  assert.equal(await freeSettled({}), 2 * SIZE)
  assert.deepEqual([await here(), (await rows()).length], [names, 6], 'small pictures stay')
  await setKeepFor(MA, 0)
  roomIs(0)
  await tidyOriginals(MA, NOW)
  await setClearAfter(MA, 7)
  await clearByItself(MA, NOW)
  await clearSent()
  await assert.rejects(
    withRoom(() => Promise.reject(full())),
    { name: 'QuotaExceededError' },
  )
  assert.deepEqual([await here(), await rows()], [names, names])
})

test('Seven days after it was taken an original goes by itself, or as is set; its small picture goes with it when its own time is over', async () => {
  await put(photo('8', 8), photo('6', 6), photo('31', 31))
  await setClearAfter(MA, null)
  await clearByItself(MA, NOW)
  assert.deepEqual([await here(), await rows()], [['6'], ['31', '6', '8']])
  await setClearAfter(MA, 30)
  assert.equal(await clearByItself(MA, NOW), 2)
  assert.deepEqual(await rows(), ['6'], 'a photo is whole or gone')
  await put(photo('29', 29))
  await setKeepFor(MA, 30)
  await clearByItself(MA, NOW)
  assert.deepEqual(await here(), ['29', '6'])
  await setKeepFor(MA, 0)
  assert.deepEqual(await here(), [])
})

test('Room is short: the oldest go first, as many as are needed, whoever of the phone they belong to', async () => {
  await signIn(YANG)
  await put(photo('yang 6', 6))
  await signIn(MA)
  await put(photo('ma 1', 1), photo('ma 5', 5), photo('ma 3', 3))
  roomIs(500 * 1024 * 1024)
  await tidyOriginals(MA, NOW)
  assert.equal((await here()).length, 4)
  roomIs(500 * 1024 * 1024 - SIZE - 1)
  await tidyOriginals(MA, NOW)
  assert.deepEqual(await here(), ['ma 1', 'ma 3'])
  await tidyOriginals(MA, NOW + 8 * DAY)
  await signIn(YANG)
  await put(photo('yang 9', 9))
  await signIn(MA)
  roomIs(1e12)
  await tidyOriginals(MA, NOW)
  assert.deepEqual(await here(), ['yang 9'], 'what another has set is theirs')
})

test('The phone is full: settled originals make room for the photo that is being taken; where there is none left it is told', async () => {
  await put(photo('settled', 1))
  const isFull = async () => (await here()).includes('settled')
  const written: string[] = []
  const keep = () =>
    keepOriginal(
      () => new ArrayBuffer(300),
      async ({ digest, size, bytes }) => {
        if (await isFull()) throw full()
        written.push(digest)
        await put({ ...photo(digest), bytes, size })
      },
    )
  await keep()
  assert.deepEqual(await here(), written)
  await assert.rejects(
    withRoom(() => Promise.reject(full())),
    { name: 'QuotaExceededError' },
  )
  await assert.rejects(
    withRoom(() => Promise.reject(new Error('other'))),
    { message: 'other' },
  )
  assert.deepEqual(await here(), written)
})

test('So full that no row can be changed: a settled photo goes whole, and leaves room for the next', async () => {
  await put(photo('settled', 1), photo('unsent'))
  mock.method(IDBCursor.prototype, 'update', () => {
    throw full()
  })
  assert.equal(await freeSettled({}), SIZE)
  assert.deepEqual(await rows(), ['unsent'])
})

test('While a file is being written that lies here already, none is let go', async () => {
  await put(photo('form', 1))
  const { promise, resolve } = Promise.withResolvers<void>()
  const keeping = whileKeeping(async () => {
    await promise
    await put(photo('form'))
  })
  const freeing = freeSettled({})
  resolve()
  await keeping
  assert.deepEqual([await freeing, await here()], [0, ['form']])
})

test('The page tells what settled originals hold, and clearing by hand takes them too; those of tasks that are not listed any more as well', async () => {
  await put(photo('settled', 1), photo('unsent'), photo('of another task', 1, { taskId: 'gone' }))
  const { tasks, bytes, settled } = await storageUse(MA)
  assert.deepEqual([tasks[0]!.photos, tasks[0]!.unsent, bytes, settled], [2, 1, 3 * SIZE + 20, 2 * SIZE])
  assert.equal(await clearSent([TASK]), 1)
  assert.deepEqual([await rows(), (await storageUse(MA)).settled], [['of another task', 'unsent'], SIZE])
  assert.equal(await clearSent(), 1)
  assert.deepEqual([await rows(), (await storageUse(MA)).settled], [['unsent'], 0])
})

test('A rescue archive does not take them along; erasing takes them all', async () => {
  await put(photo('settled', 1), photo('unsent'))
  const archive = Buffer.from(await (await rescueArchive(await readRaw())).arrayBuffer()).toString('latin1')
  assert.deepEqual([archive.includes('photos/unsent.'), archive.includes('photos/settled.')], [true, false])
  const database = await fieldDatabase()
  for (const person of [MA, YANG]) await database.put('devices', { person, id: person, sequence: 0, hash: '' })
  assert.equal(await eraseFor(MA), 'own')
  const { photos, devices } = await readRaw()
  assert.deepEqual([photos, devices!.map(({ person }) => person)], [[], [YANG]])
})

test('A map package: settled originals make room for it, before it is fetched and on the way; not where they would not be enough', async () => {
  const wanted = Math.ceil(2.5 * 400)
  const manifest = { id: 'p', parts: [{ name: 'base', size: 400, blocks: [] }] } as unknown as Manifest
  const kept = { id: 'ma tasks', person: MA, current: null, staging: { manifest, folder: 'p' } } as KeptPackage
  await put(photo('old', 2), photo('young', 1))
  let asked = 0
  // The worker that writes packages finds the phone full once.
  class OnceFull {
    onmessage?: (told: unknown) => void
    postMessage({ number }: { number: number }) {
      asked += 1
      const problem = { code: 'field.package.full', status: 507, params: {} }
      this.onmessage?.({ data: asked === 1 ? { number, problem, message: '' } : { number, answer: {} } })
    }
  }
  Object.assign(globalThis, { Worker: OnceFull })
  roomIs(wanted - 2 * SIZE - 1)
  await assert.rejects(
    fetchStaged(kept, () => undefined),
    { code: 'field.package.no-room' },
  )
  assert.deepEqual([await here(), asked], [['old', 'young'], 0], 'nothing went for it')
  // Of the room there is, one original holds what is wanting.
  const left = async () => wanted - 1 + ((await here()).length < 2 ? SIZE : 0)
  roomIs(left)
  await fetchStaged(kept, () => undefined)
  assert.deepEqual([await here(), asked], [[], 2])
  Reflect.deleteProperty(globalThis, 'Worker')
})
