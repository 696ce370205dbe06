import 'fake-indexeddb/auto'
import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { closeDatabase, DATABASE, fieldDatabase, type KeptPhoto } from '../../apps/field/store/field-database.ts'
import { forgetKeys, holdKeys, Locked } from '../../apps/field/store/vault/open-keys.ts'
import { keysOf } from '../../modules/fieldwork/rules/sealing/keys.ts'

const photo = (n: number, kind = '远景') =>
  ({
    ...{ digest: `photo-${n}`, taskId: 'task', operationId: '', bytes: 'file', size: 5, mediaType: 'image/jpeg' },
    ...{ receipt: null, takenAt: '', position: null, accuracy: null, azimuth: null, pitch: null, kind },
    thumbnail: new Uint8Array([n, n, n]),
  }) as KeptPhoto
const photos = async () => (await fieldDatabase()).getAllFromIndex('photos', 'task', 'task')

beforeEach(async () => holdKeys('ma', await keysOf(new Uint8Array(32).fill(1))))
afterEach(async () => {
  await closeDatabase()
  forgetKeys()
  indexedDB.deleteDatabase(DATABASE)
})

test('Three hundred photos of one task are opened once, however often the task is read; one that was put anew is read anew', async () => {
  const database = await fieldDatabase()
  for (let n = 0; n < 300; n++) await database.put('photos', photo(n))
  const [first, second] = [await photos(), await photos()]
  assert.equal(first.length, 300)
  assert.ok(first.every(({ thumbnail }, n) => thumbnail === second[n]!.thumbnail))
  await database.put('photos', { ...second[7]!, kind: '近景', size: 6 })
  const third = await photos()
  const changed = third.filter(({ thumbnail }, n) => thumbnail !== first[n]!.thumbnail)
  assert.deepEqual(
    changed.map(({ kind, size }) => [kind, size]),
    [['近景', 6]],
  )
})

test('What stands beside the seal is read as it is now; locked, nothing of it is given out', async () => {
  const database = await fieldDatabase()
  await database.put('photos', photo(1))
  await photos()
  await database.put('photos', { ...photo(1), bytes: null })
  assert.equal((await photos())[0]!.bytes, null)
  forgetKeys()
  await assert.rejects(photos(), Locked)
})
