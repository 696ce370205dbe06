import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Trx } from '../../kernel/db/database.ts'
import { newId } from '../../kernel/identity/new-id.ts'
import { Refusal } from '../../kernel/problems/problem.ts'
import { act, ask, testFiles } from '../../testing/act.ts'
import { inRollback } from '../../testing/harness.ts'
import { registerDevice } from './actions/register-device.ts'
import { revokeDevice } from './actions/revoke-device.ts'
import { sync } from './actions/sync.ts'
import { collectCase } from './evidence/collect-case.ts'
import { photoRows } from './evidence/photo-row.ts'
import { fieldStation, operation, photo } from './field.testing.ts'
import { listDevices } from './queries/list-devices.ts'
import { chainOperations } from './rules/operation-hash.ts'
import { pictureDigest, withExif } from './rules/photo/exif.ts'
import { newDeviceKey, photoCode, signShot } from './rules/photo/photo-code.ts'
import type { PayloadOf } from './schema.ts'
import { factsOf } from './sync/examine-photo.ts'
import { photosOf } from './sync/field-work.ts'

// Function points: SH129 SH137
const PHONE = 'phone-of-madong'
const frame = (n: number) => Uint8Array.from([0xff, 0xd8, 0xff, 0xdb, 0, 3, n, 0xff, 0xd9])
const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.problem.code === code

type Station = Awaited<ReturnType<typeof fieldStation>>
type Signing = {
  here: Station
  key: CryptoKey
  n: number
  change?: Partial<PayloadOf<'photo.add'>>
  declination?: number
}

/** A photo as a phone makes one: facts signed with the picture, code into EXIF, all bytes stored. */
async function signedPhoto({ here, key, n, change = {}, declination }: Signing) {
  const draft = await photo(here.taskId, 10 * n)
  const payload = { ...(draft.payload as PayloadOf<'photo.add'>), altitude: 512.5, kind: 'near', live: true, ...(declination !== undefined && { declination }) } // biome-ignore format: one row
  const facts = factsOf(payload, { device: PHONE, taskId: here.taskId, person: here.madong.id })
  const signature = await signShot({ ...facts, picture: await pictureDigest(frame(n)) }, key)
  const bytes = Buffer.concat(
    withExif(frame(n), {
      ...{ takenAt: new Date(facts.takenAt), position: facts.position!, accuracy: 3, azimuth: facts.azimuth! },
      ...{ north: 'T' as const, pitch: 0, roll: 0, person: '马东', code: photoCode(signature) },
    }),
  )
  const { digest } = await testFiles.put(bytes)
  return { ...draft, payload: { ...payload, digest, size: bytes.length, signature, ...change } }
}

const register = (trx: Trx, here: Station, publicKey: JsonWebKey, person = here.madong) =>
  act(trx, person, registerDevice, { deviceId: PHONE, name: 'Android 15', publicKey: publicKey as never })

test('a photo signed by the phone is told from one whose facts, picture or key are others', () =>
  inRollback(async (trx) => {
    const here = await fieldStation(trx)
    const { key, publicKey } = await newDeviceKey()
    const stranger = await newDeviceKey()
    await register(trx, here, publicKey)
    const drafts = [
      operation('task.claim', here.taskId),
      await signedPhoto({ here, key, n: 1 }),
      await signedPhoto({ here, key, n: 2, change: { accuracy: 1 } }),
      await signedPhoto({ here, key: stranger.key, n: 3 }),
      await photo(here.taskId, 77),
    ]
    const swapped = await signedPhoto({ here, key, n: 4 })
    const { digest } = await testFiles.put(frame(9))
    drafts.push({ ...swapped, payload: { ...swapped.payload, digest } })
    const { answers } = await act(trx, here.madong, sync, { deviceId: PHONE, operations: chainOperations(drafts) })
    assert.deepEqual(
      answers.map(({ status }) => status),
      Array(6).fill('applied'),
    )
    const kept = new Map((await photosOf(trx, here.caseId)).map((each) => [each.id, each]))
    assert.deepEqual(
      drafts.slice(1).map(({ id }) => kept.get(id)!.signed),
      ['verified', 'failed', 'failed', 'none', 'failed'],
    )
    const first = kept.get(drafts[1]!.id)!
    assert.deepEqual([first.kind, first.altitude, first.live, first.code?.length], ['near', 512.5, true, 16])
  }))

test('a phone belongs to one person and one key; a revoked one is not listened to, and what it sent stays', () =>
  inRollback(async (trx) => {
    const here = await fieldStation(trx)
    const { publicKey } = await newDeviceKey()
    const other = await newDeviceKey()
    await register(trx, here, publicKey)
    await register(trx, here, publicKey)
    await assert.rejects(register(trx, here, other.publicKey), refused('fieldwork.device.register.other-key'))
    await assert.rejects(register(trx, here, publicKey, here.yangfan), refused('fieldwork.device.not-yours'))
    const operations = chainOperations([operation('task.claim', here.taskId), await photo(here.taskId, 1)])
    await act(trx, here.madong, sync, { deviceId: PHONE, operations })
    await assert.rejects(
      act(trx, here.yangfan, sync, { deviceId: PHONE, operations: [] }),
      refused('fieldwork.device.not-yours'),
    )
    const gone = { deviceId: PHONE, reason: '手机遗失' }
    await assert.rejects(
      act(trx, here.madong, revokeDevice, { ...gone, deviceId: newId() }),
      refused('fieldwork.device.unknown'),
    )
    await act(trx, here.madong, revokeDevice, gone)
    await assert.rejects(act(trx, here.madong, revokeDevice, gone), refused('fieldwork.device.revoke.done'))
    // What it still holds is taken and kept, not done; then it is told to erase itself.
    const late = chainOperations([operation('form.save', here.taskId, { values: { a: 1 } })], operations[1])
    const told = await act(trx, here.madong, sync, { deviceId: PHONE, operations: [...operations, ...late] })
    assert.deepEqual([told.erase, told.answers.map(({ status }) => status)], [true, ['applied', 'applied', 'held']])
    assert.equal(told.answers[2]!.problem!.code, 'fieldwork.device.revoked')
    const [row] = (await ask(trx, here.madong, listDevices, { text: '马' })).rows
    assert.deepEqual([row!.person?.name, row!.photos, row!.operations, row!.revokedWhy], ['马东', 1, 3, '手机遗失'])
    assert.equal((await photosOf(trx, here.caseId)).length, 1)
  }))

test('a photo turned to true north says by how much; it is signed with that, and leaves with both norths', () =>
  inRollback(async (trx) => {
    const here = await fieldStation(trx)
    const { key, publicKey } = await newDeviceKey()
    await register(trx, here, publicKey)
    const drafts = [
      operation('task.claim', here.taskId),
      await signedPhoto({ here, key, n: 1, declination: -3.42 }),
      await signedPhoto({ here, key, n: 2 }),
      await signedPhoto({ here, key, n: 3, declination: -3.42, change: { declination: -9 } }),
    ]
    await act(trx, here.madong, sync, { deviceId: PHONE, operations: chainOperations(drafts) })
    const kept = new Map((await photosOf(trx, here.caseId)).map((each) => [each.id, each]))
    assert.deepEqual(
      drafts.slice(1).map(({ id }) => [kept.get(id)!.signed, kept.get(id)!.declination]),
      [
        ['verified', -3.42],
        ['verified', null],
        ['failed', -9],
      ],
    )
    const rows = new Map(photoRows(await collectCase(trx, here.caseId)).map(({ photo: { id }, row }) => [id, row]))
    assert.deepEqual(
      drafts.slice(1, 3).map(({ id }) => rows.get(id)!.AZIMR),
      ['T', 'G'],
    )
  }))

test('photos that jump across the county are doubted, not refused', () =>
  inRollback(async (trx) => {
    const here = await fieldStation(trx)
    const [near, far] = [await photo(here.taskId, 1), await photo(here.taskId, 2)]
    const takenAt = new Date(Date.now() + 60_000).toISOString()
    const moved = { ...far, payload: { ...far.payload, takenAt, position: [108.20001234, 33.10005678] } }
    const operations = chainOperations([operation('task.claim', here.taskId), near, moved])
    await act(trx, here.madong, sync, { deviceId: PHONE, operations })
    const kept = await photosOf(trx, here.caseId)
    const doubts = (id: string) => kept.find((each) => each.id === id)!.doubts
    assert.deepEqual([doubts(near.id), doubts(far.id)], [[], ['too-fast']])
  }))
