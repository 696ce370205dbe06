import 'fake-indexeddb/auto'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { IDBFactory } from 'fake-indexeddb'
import { appendOperation } from '../../apps/field/store/append-operation.ts'
import { closeDatabase, DATABASE, fieldDatabase, type KeptPhoto } from '../../apps/field/store/field-database.ts'
import { newId } from '../../apps/field/store/new-id.ts'
import { readRaw, rescueArchive } from '../../apps/field/store/rescue.ts'
import { forgetKeys, holdKeys, Locked } from '../../apps/field/store/vault/open-keys.ts'
import { fromHex } from '../../kernel/crypto/bytes.ts'
import { sm3 } from '../../kernel/crypto/sm3.ts'
import { Refusal } from '../../kernel/problems/problem.ts'
import { deviceKey } from '../../modules/fieldwork/actions/device-key.ts'
import { registerDevice } from '../../modules/fieldwork/actions/register-device.ts'
import { box, fieldStation } from '../../modules/fieldwork/field.testing.ts'
import { importRescue } from '../../modules/fieldwork/rescue/import-rescue.ts'
import { newDeviceKey } from '../../modules/fieldwork/rules/photo/photo-code.ts'
import { sealFile } from '../../modules/fieldwork/rules/sealing/files.ts'
import { keysOf } from '../../modules/fieldwork/rules/sealing/keys.ts'
import { patchesOf, photosOf } from '../../modules/fieldwork/sync/field-work.ts'
import { act, testFiles } from '../act.ts'
import { inRollback } from '../harness.ts'

const photoRow = (
  digest: string,
  taskId: string,
  bytes: ArrayBuffer,
  size: number,
): Omit<KeptPhoto, 'operationId'> => ({
  ...{ digest, taskId, bytes, size, mediaType: 'image/jpeg', receipt: null, takenAt: new Date().toISOString() },
  ...{ position: null, accuracy: null, azimuth: 90, pitch: 0, kind: 'near', thumbnail: Uint8Array.of(1) },
})

// Function points: SH132 SH134
test('A phone that never got a network again: its sealed archive is taken in by the server, once, whatever is tried', () =>
  inRollback(async (trx) => {
    // A phone of its own: other tests of this process have theirs.
    await closeDatabase()
    globalThis.indexedDB = new IDBFactory()
    const { madong, taskId, caseId } = await fieldStation(trx)
    const { publicKey } = await newDeviceKey()
    const deviceId = newId()
    await act(trx, madong, registerDevice, { deviceId, name: 'Android', publicKey: publicKey as never })
    const { secret } = await act(trx, madong, deviceKey, { deviceId })
    assert.equal((await act(trx, madong, deviceKey, { deviceId })).secret, secret, 'the same ever after')
    const keys = await keysOf(Uint8Array.from(fromHex(secret)))
    holdKeys(madong.id, keys)
    await (await fieldDatabase()).put('devices', { person: madong.id, id: deviceId, sequence: 0, hash: '' })
    await appendOperation(madong.id, { kind: 'task.claim', taskId, payload: {} })
    const patch = { patchId: newId(), geometry: box(20, 20, 60, 60) as never, DLBM: '0702', note: '仓库' }
    await appendOperation(madong.id, { kind: 'patch.save', taskId, payload: patch, baseRevision: 0 })
    const bytes = Uint8Array.from({ length: 3000 }, (_, k) => k % 251)
    const digest = sm3(bytes)
    const sealed = await sealFile(bytes, keys.files, digest)
    const taken = { digest, mediaType: 'image/jpeg', takenAt: new Date().toISOString(), azimuth: 90 }
    const photo = photoRow(digest, taskId, sealed.buffer, bytes.length)
    await appendOperation(madong.id, { kind: 'photo.add', taskId, payload: taken }, { photo })
    assert.equal((await (await fieldDatabase()).getAll('operations')).length, 3)

    forgetKeys()
    await assert.rejects((await fieldDatabase()).getAll('operations'), Locked)
    const stores = await readRaw(DATABASE)
    const archive = new Uint8Array(await (await rescueArchive(stores)).arrayBuffer())
    assert.ok(!Buffer.from(archive).includes('仓库'), 'sealed, as it lies on the phone')
    await closeDatabase()

    const { digest: fileDigest } = await testFiles.put(archive)
    const report = await act(trx, madong, importRescue, { fileDigest })
    assert.deepEqual(report, { operations: 3, photos: 1, unreadable: 0, statuses: { applied: 3 } })
    assert.deepEqual(await act(trx, madong, importRescue, { fileDigest }), report, 'a second time changes nothing')
    assert.equal((await patchesOf(trx, caseId))[0]!.note, '仓库')
    assert.deepEqual(
      (await photosOf(trx, caseId)).map((one) => one.digest),
      [digest],
    )
    const { digest: other } = await testFiles.put(new TextEncoder().encode('no archive'))
    await assert.rejects(act(trx, madong, importRescue, { fileDigest: other }), Refusal)
  }))
