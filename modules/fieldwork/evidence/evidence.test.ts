import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { unzipSync, zipSync } from 'fflate'
import type { Trx } from '../../../kernel/db/database.ts'
import { readDelivery } from '../../../kernel/formats/read-delivery.ts'
import { newId } from '../../../kernel/identity/new-id.ts'
import { act, ask, testFiles, testSigner } from '../../../testing/act.ts'
import { inRollback } from '../../../testing/harness.ts'
import { sync } from '../actions/sync.ts'
import { dayOfWork, fieldStation, operation } from '../field.testing.ts'
import { chainOperations } from '../rules/operation-hash.ts'
import { neutral } from './adapters/neutral.ts'
import { survey3 } from './adapters/survey3.ts'
import { adapters } from './adapters.ts'
import { collectCase } from './collect-case.ts'
import type { EvidenceAdapter } from './evidence-case.ts'
import { photoRows } from './photo-row.ts'
import { prepareEvidence } from './prepare-package.ts'
import { listEvidencePackages } from './queries.ts'
import { verifyPackage } from './verify-package.ts'
import { packageBytes } from './write-package.ts'

const folder = mkdtempSync(join(tmpdir(), 'yutu-evidence-test-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const kept = (bytes: Uint8Array) => {
  const path = join(folder, `${newId()}.zip`)
  writeFileSync(path, bytes)
  return path
}

async function worked(trx: Trx) {
  const station = await fieldStation(trx)
  const { madong, taskId } = station
  const operations = chainOperations(await dayOfWork(taskId))
  await act(trx, madong, sync, { deviceId: 'phone-of-madong', operations })
  return station
}

async function packed(trx: Trx, caseId: string, adapter: EvidenceAdapter): Promise<Uint8Array> {
  const cases = [await collectCase(trx, caseId)]
  const parts: Uint8Array[] = []
  const making = { files: testFiles, signer: testSigner, adapter, cases, by: '林志远', at: new Date() }
  for await (const part of packageBytes(making)) parts.push(part)
  return Buffer.concat(parts)
}

test('A package holds every photo byte for byte, a SQLite database with the 18 attributes, tables, and is signed', () =>
  inRollback(async (trx) => {
    const { caseId } = await worked(trx)
    const bytes = await packed(trx, caseId, neutral)
    const files = unzipSync(bytes)
    const photos = Object.keys(files).filter((path) => path.startsWith('photos/'))
    assert.equal(photos.length, 4)
    // OP, Beijing time, longitude, latitude, azimuth; photos of one second and azimuth would be told apart.
    for (const path of photos) assert.match(path, /\/OP\d{14}\d{7}\d{6}\d{3}(_\d)?\.jpg$/)
    const path = join(folder, 'evidence.db')
    writeFileSync(path, files['evidence.db']!)
    const database = new DatabaseSync(path, { readOnly: true })
    const patch = database.prepare('select TBBH, DLBM, DLMC, MJ from TB').get() as Record<string, unknown>
    assert.deepEqual([patch.DLBM, patch.DLMC], ['0702', '农村宅基地'])
    assert.ok(Math.abs(Number(patch.MJ) - 1600) < 5)
    const rows = database.prepare('select PATH, AZIM, LONG, CREATOR, SM3, TBID from ZP order by AZIM').all()
    assert.equal(rows.length, 4)
    assert.ok(rows.every(({ PATH, CREATOR }) => photos.includes(String(PATH)) && CREATOR === '马东'))
    database.close()
    assert.match(new TextDecoder().decode(files['patches.csv']), /0702.*SRID=4524;MULTIPOLYGON/)
    assert.deepEqual((await verifyPackage(kept(bytes), testSigner.keys.publicKey)).faults, [])
  }))

test('Whoever changes, drops or adds a file is found, and so is a manifest written anew', () =>
  inRollback(async (trx) => {
    const { caseId } = await worked(trx)
    const files = unzipSync(await packed(trx, caseId, neutral))
    const [first, second] = Object.keys(files).filter((path) => path.startsWith('photos/'))
    const faultsOf = async (changed: Record<string, Uint8Array>, key?: string) =>
      (await verifyPackage(kept(zipSync(changed, { level: 0 })), key)).faults
    assert.deepEqual(await faultsOf({ ...files, [first!]: new Uint8Array([1]) }), [{ kind: 'changed', path: first }])
    const { [second!]: _, ...without } = files
    assert.deepEqual(await faultsOf(without), [{ kind: 'missing', path: second }])
    assert.deepEqual(await faultsOf({ ...files, 'x.txt': new Uint8Array([1]) }), [{ kind: 'extra', path: 'x.txt' }])
    const forged = new TextEncoder().encode(new TextDecoder().decode(files['manifest.json']).replace('林志远', '某某'))
    assert.deepEqual(await faultsOf({ ...files, 'manifest.json': forged }), [{ kind: 'forged', path: 'manifest.json' }])
    const { 'manifest.sig.json': __, ...unsigned } = files
    assert.equal((await faultsOf(unsigned))[0]!.kind, 'unsigned')
    const stranger = `04${'1'.repeat(128)}`
    assert.equal((await faultsOf(files, stranger))[0]!.kind, 'stranger')
    assert.equal((await verifyPackage(kept(new Uint8Array(100)))).faults[0]!.kind, 'unreadable')
  }))

test('The folders of the third survey: photos under their patch, and a shapefile other programs read', () =>
  inRollback(async (trx) => {
    const { caseId } = await worked(trx)
    const files = unzipSync(await packed(trx, caseId, survey3))
    const photos = Object.keys(files).filter((path) => /^举证照片\/.+-1\/OP/.test(path))
    assert.equal(photos.length, 4)
    const shapes = Object.entries(files).filter(([path]) => path.startsWith('矢量数据/'))
    const zip = zipSync(Object.fromEntries(shapes.map(([path, bytes]) => [path.slice(5), bytes])))
    const { rows, crs } = await readDelivery({ name: 'a.zip', bytes: zip })
    assert.deepEqual([rows.length, rows[0]!.attributes.DLBM, crs.epsg], [1, '0702', 4524])
  }))

test('A package is asked for with a layout that there is, of cases that have photos; struck-out photos stay behind', () =>
  inRollback(async (trx) => {
    const { madong, caseId, taskId } = await fieldStation(trx)
    const prepare = (adapter: string) => act(trx, madong, prepareEvidence, { caseIds: [caseId], adapter })
    await assert.rejects(prepare('neutral'), /prepare.nothing/)
    const [claim, patch, first, second] = await dayOfWork(taskId)
    const digest = String(first!.payload.digest)
    const strike = operation('photo.remove', taskId, { digest, reason: '手指挡住' })
    const operations = chainOperations([claim!, patch!, first!, second!, strike])
    const { answers } = await act(trx, madong, sync, { deviceId: 'phone-of-madong', operations })
    assert.deepEqual(
      answers.map(({ status }) => status),
      Array(5).fill('applied'),
    )
    assert.equal((await collectCase(trx, caseId)).photos.length, 1)
    await assert.rejects(prepare('nobody'), /unknown-adapter/)
    await prepare('neutral')
    const { rows, adapters: offered } = await ask(trx, madong, listEvidencePackages, { caseId })
    assert.deepEqual([rows.length, rows[0]!.digest, offered.length], [1, null, adapters.length])
  }))

test('A photo is named by what it is, and what was not measured is empty, not naught', () =>
  inRollback(async (trx) => {
    const { madong, taskId, caseId } = await fieldStation(trx)
    const { digest } = await testFiles.put(Buffer.from('89504e470d0a1a0a', 'hex'))
    const taken = { digest, mediaType: 'image/jpeg', takenAt: '2026-11-27T01:02:03Z', position: [107.7701234, 32.9804567], azimuth: -5 } // biome-ignore format: one row
    const operations = chainOperations([operation('task.claim', taskId), operation('photo.add', taskId, taken)])
    await act(trx, madong, sync, { deviceId: 'phone-of-madong', operations })
    const [{ row }] = photoRows(await collectCase(trx, caseId)) as [ReturnType<typeof photoRows>[number]]
    assert.equal(row.FILE, 'OP202611270902031074612325850355.png')
    assert.deepEqual([row.DOP, row.ALT, row.SAT, row.AZIMR], ['', '', '', 'G'])
  }))
