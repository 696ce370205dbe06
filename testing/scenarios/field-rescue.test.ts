import 'fake-indexeddb/auto'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { IDBFactory } from 'fake-indexeddb'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
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
import { viewRescue } from '../../modules/fieldwork/rescue/queries.ts'
import { archiveOf, importWhole } from '../../modules/fieldwork/rescue/rescue.testing.ts'
import { newDeviceKey } from '../../modules/fieldwork/rules/photo/photo-code.ts'
import { sealFile } from '../../modules/fieldwork/rules/sealing/files.ts'
import { keysOf } from '../../modules/fieldwork/rules/sealing/keys.ts'
import { patchesOf, photosOf } from '../../modules/fieldwork/sync/field-work.ts'
import { texts } from '../../modules/fieldwork/texts.ts'
import { act, ask } from '../act.ts'
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

    const first = await importWhole(trx, madong, archive)
    assert.deepEqual(outcome(first), { photos: 1, statuses: { applied: 3 }, lost: 0, aside: 0, findings: [] })
    const again = await importWhole(trx, madong, archive)
    assert.deepEqual(outcome(again), { ...outcome(first), statuses: { known: 3 } }, 'a second time changes nothing')
    assert.equal((await patchesOf(trx, caseId))[0]!.note, '仓库')
    assert.deepEqual(
      (await photosOf(trx, caseId)).map((one) => one.digest),
      [digest],
    )
    await assert.rejects(importWhole(trx, madong, new TextEncoder().encode('no archive')), Refusal)
    await assert.rejects(importWhole(trx, madong, zipSync({ 'letter.txt': Uint8Array.of(1) })), (error: Refusal) =>
      error.problem.code.endsWith('not-an-archive'),
    )
  }))

const outcome = ({ photos, statuses, lost, aside, findings }: Awaited<ReturnType<typeof importWhole>>) => ({
  ...{ photos, statuses, lost, aside, findings },
})

// Function points: SH134
test('Each row of an archive that does not come in is told with its reason; all others come in', () =>
  inRollback(async (trx) => {
    const { madong, yangfan, taskId } = await fieldStation(trx)
    const [good, other] = [Uint8Array.of(0xff, 0xd8, 1), Uint8Array.of(0xff, 0xd8, 2)]
    const takenAt = new Date().toISOString()
    const photo = (digest: string) => ({ digest, mediaType: 'image/jpeg', takenAt })
    const drafts = [
      { id: newId(), kind: 'task.claim', taskId, payload: {} },
      { id: newId(), kind: 'photo.add', taskId, payload: photo(sm3(good)) },
      { id: newId(), kind: 'photo.add', taskId, payload: photo(sm3('on no phone')) },
      { id: newId(), kind: 'patch.save', taskId, payload: { patchId: 'none' } },
    ]
    const device = { id: newId(), person: madong.id }
    const spoilt = `photos/${sm3('meant')}.jpg`
    const sealed = `photos/${sm3('sealed')}.sealed`
    const archive = archiveOf(device, drafts as never, [good], { [spoilt]: other, [sealed]: other })
    const files = unzipSync(archive)
    const rows = JSON.parse(strFromU8(files['operations.json']!)) as unknown[]
    const damaged = [...rows, null, { device: device.id, operation: { id: 1 } }, { sealed: 'AAAA', keyId: 'lost' }]
    const whole = zipSync({ ...files, 'operations.json': strToU8(JSON.stringify(damaged)) })
    const report = await importWhole(trx, yangfan, whole)
    assert.deepEqual(report.statuses, { applied: 2, held: 1, quarantined: 1 })
    assert.deepEqual([report.photos, report.lost, report.aside], [1, 5, 2])
    const told = Object.fromEntries(report.findings.map(({ place, problem }) => [place, problem.code]))
    assert.deepEqual(told, {
      [`act:${device.id}:3`]: 'fieldwork.rescue.act.waits-photo',
      [`act:${device.id}:4`]: 'fieldwork.sync.misshapen',
      'row:5': 'fieldwork.rescue.row.malformed',
      'row:6': 'fieldwork.rescue.row.malformed',
      'row:7': 'fieldwork.rescue.row.no-key',
      [spoilt]: 'fieldwork.rescue.photo.differs',
      [sealed]: 'fieldwork.rescue.photo.no-key',
    })
    for (const code of Object.values(told)) assert.ok(texts[code]?.zh && texts[code].en, code)
    const nobody = { id: newId(), person: newId() }
    const strange = await importWhole(trx, yangfan, archiveOf(nobody, [drafts[0]] as never, []))
    assert.equal(strange.findings[0]?.problem.code, 'fieldwork.rescue.act.no-person')
    await assert.rejects(ask(trx, madong, viewRescue, { rescueId: report.id }), Refusal, 'one’s own only')
  }))
