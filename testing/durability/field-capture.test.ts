import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { capturesOf, keepCapture } from '../../apps/field/store/captures.ts'
import { closeDatabase, fieldDatabase } from '../../apps/field/store/field-database.ts'
import { keepPhoto } from '../../apps/field/store/keep-photo.ts'
import { readPhotoBytes } from '../../apps/field/store/photo-bytes.ts'
import type { Capture } from '../../apps/field/store/shot.ts'
import { unsentHere } from '../../apps/field/store/unsent.ts'
import { holdKeys } from '../../apps/field/store/vault/open-keys.ts'
import { concatBytes } from '../../kernel/crypto/bytes.ts'
import { sm3 } from '../../kernel/crypto/sm3.ts'
import { keysOf } from '../../modules/fieldwork/rules/sealing/keys.ts'
import { Crash, crashAfter } from './field-faults.ts'

const person = { id: '0198c0de-0000-7000-8000-000000000001', name: '马东' }
const ofCamera = concatBytes(Uint8Array.of(0xff, 0xd8, 0xff, 0xdb), new Uint8Array(randomBytes(5000)))
const stamped = new Blob([concatBytes(Uint8Array.of(0xff, 0xd8, 0xff, 0xdb), new Uint8Array(randomBytes(900)))])

const capture: Capture = {
  facts: {
    ...{ taskId: '0198c0de-0000-7000-8000-00000000000a', device: 'phone', person: person.id },
    ...{ takenAt: '2026-11-27T02:00:00.000Z', position: [107.7, 33], accuracy: 3, altitude: null },
    ...{ azimuth: 90, pitch: 0, roll: 0 },
  },
  ...{ kind: 'near', live: true, description: '图斑 1', lines: ['图斑 1'] },
}

/** What lies on the phone. */
async function state() {
  const database = await fieldDatabase()
  const photos = await database.getAll('photos')
  return {
    captures: (await capturesOf(person.id)).length,
    photos: photos.filter((photo) => !photo.capture).length,
    acts: (await database.getAll('operations')).map(({ operation }) => operation.kind),
  }
}

// Function points: SH129
test('killed at any write between what the camera gave and the photo that counts: one of the two is there, never both or none', async () => {
  holdKeys(person.id, await keysOf(new Uint8Array(randomBytes(32))))
  await keepCapture(person.id, capture, ofCamera)
  const [kept] = await capturesOf(person.id)
  const original = new Uint8Array((await readPhotoBytes(kept!))!)
  assert.equal(sm3(original), kept!.digest)
  // Every byte of the camera's is there, with the facts of the shot before them.
  assert.deepEqual(original.subarray(-ofCamera.length + 2), ofCamera.subarray(2))
  assert.ok(Buffer.from(original).includes('"takenAt":"2026-11-27T02:00:00.000Z"'))
  let kills = 0
  for (let isDone = false; !isDone; ) {
    crashAfter(kills)
    isDone = await keepPhoto(person, { ...capture, image: stamped, thumbnail: stamped }, kept!.digest).then(
      () => true,
      (error) => {
        if (!(error instanceof Crash || error instanceof DOMException)) throw error
        return false
      },
    )
    crashAfter(Number.POSITIVE_INFINITY)
    await closeDatabase()
    if (isDone) break
    kills += 1
    assert.deepEqual(await state(), { captures: 1, photos: 0, acts: [] }, `after ${kills} kills`)
    assert.equal(await unsentHere(), 1)
  }
  assert.ok(kills >= 3, `${kills} kills`)
  assert.deepEqual(await state(), { captures: 0, photos: 1, acts: ['photo.add'] })
  assert.equal(await unsentHere(), 1)
  await assert.rejects(keepPhoto(person, { ...capture, image: stamped, thumbnail: stamped }, kept!.digest))
  assert.deepEqual((await state()).acts, ['photo.add'], 'a second tab that comes late changes nothing')
})

// Function points: SH129
test('the clock is set back between two shots: they are developed in the order they were taken', async () => {
  const shots = ['2026-11-27T03:00:00.000Z', '2026-11-26T03:00:05.000Z', '2026-11-28T03:00:10.000Z']
  for (const takenAt of shots)
    await keepCapture(person.id, { ...capture, facts: { ...capture.facts, takenAt } }, ofCamera)
  assert.deepEqual(
    (await capturesOf(person.id)).map(({ takenAt }) => takenAt),
    shots,
  )
})
