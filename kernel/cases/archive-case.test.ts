import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { inRollback } from '../../testing/harness.ts'
import { generateKeyPair } from '../crypto/sm2.ts'
import { addResource, readResource, removeResource, resourcesOf } from '../documents/resources.ts'
import { type SnapshotSearch, searchSnapshots } from '../documents/search-snapshots.ts'
import { openSnapshot, readSnapshot, recordedKeys, snapshotOf } from '../documents/snapshots.ts'
import { verifySnapshot } from '../documents/verify-snapshot.ts'
import { diskStore, type FileStore } from '../files/file-store.ts'
import { archiveCase } from './archive-case.ts'
import { completeTask } from './complete-task.ts'
import { type County, county, openSurvey } from './county.testing.ts'
import { coveredBy, rightsTo } from './rights-filter.ts'

const keys = generateKeyPair()
const signer = { keys, keyId: 'archive-2026', userId: 'yunqi-bureau' }
const publicKeyOf = (keyId: string) => (keyId === signer.keyId ? keys.publicKey : undefined)
const photo = { mediaType: 'image/jpeg' }

const story = (tell: (here: County, files: FileStore, folder: string) => Promise<void>) => () =>
  inRollback(async (trx) => {
    const folder = mkdtempSync(join(tmpdir(), 'yutu-archive-'))
    try {
      await tell(await county(trx), diskStore(folder), folder)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

/** A case on a place, with a photo and an opinion, closed by Fang. */
async function closedCase(here: County, files: FileStore) {
  const { fang, trx } = here
  const scope: [number, number][][][] = [
    [
      [
        [36500000.1234, 3652000],
        [36500100, 3652000],
        [36500100, 3652100],
        [36500000.1234, 3652000],
      ],
    ],
  ]
  const { id, number, task } = await openSurvey(here, { title: '砖厂扩建', scope })
  const file = { ...(await files.put(new TextEncoder().encode('a photo'))), ...photo }
  const resource = {
    caseId: id,
    folder: '/举证//照片',
    kind: 'photo' as const,
    title: 'IMG 1.jpg',
    file,
    detail: { azimuth: 90 },
  }
  await addResource(trx, resource, fang.id, here.as(fang).now)
  await completeTask(here.as(fang), task.id, { outcome: 'lawful', data: { conclusion: '合法' }, opinion: '批文齐全。' })
  return { id, number }
}

const archive = (here: County, files: FileStore, id: string) =>
  archiveCase(here.as(here.fang), { files, signer }, id, { mapSheet: '<svg/>', quality: { issues: 0 } })

test(
  'A closed case becomes one sealed package with forms, opinions, flow, history, map and photos',
  story(async (here, files) => {
    const { id, number } = await closedCase(here, files)
    const snapshot = await archive(here, files, id)
    const { manifest, entry } = await openSnapshot(here.trx, files, snapshot)
    assert.deepEqual([manifest.case.number, manifest.case.result], [number, 'completed'])
    const { definitions, values } = manifest.forms as { definitions: { key: string }[]; values: unknown }
    assert.deepEqual([definitions[0]?.key, values], ['test.survey', { conclusion: '合法', DLBM: null, note: null }])
    assert.deepEqual(
      (manifest.history as { verb: string }[]).map(({ verb }) => verb),
      ['open', 'complete', 'end', 'archive'],
    )
    const { coordinates } = manifest.scope as { coordinates: number[][][][] }
    assert.deepEqual(coordinates[0]![0]![0], [36500000.1234, 3652000])
    const paths = manifest.entries.map(({ path }) => path.replace(/[0-9a-f]{8}-/, ''))
    assert.deepEqual(paths, ['map.svg', 'files/举证/照片/IMG 1.jpg'])
    assert.equal(new TextDecoder().decode(entry(manifest.entries[1]!.path)), 'a photo')
    assert.equal(await verifySnapshot(here.trx, files, snapshot, publicKeyOf), undefined)
    assert.equal(await snapshotOf(here.trx, id), snapshot)
    assert.equal((await recordedKeys(here.trx)).get('archive-2026'), keys.publicKey)
  }),
)

test(
  'A snapshot can neither be changed nor deleted, nor taken twice, nor its case added to',
  story(async (here, files) => {
    const { id } = await closedCase(here, files)
    const snapshot = await archive(here, files, id)
    const [resource] = await resourcesOf(here.trx, id)
    const attempts = [
      sql`update snapshot set title = 'x' where id = ${snapshot}`,
      sql`delete from snapshot where id = ${snapshot}`,
    ]
    for (const attempt of attempts) {
      await sql`savepoint attempt`.execute(here.trx)
      await assert.rejects(attempt.execute(here.trx), /append only/)
      await sql`rollback to savepoint attempt`.execute(here.trx)
    }
    await assert.rejects(archive(here, files, id), /snapshot\.taken/)
    await assert.rejects(removeResource(here.trx, resource!.id, here.fang.id, here.as(null).now), /resource\.archived/)
  }),
)

test(
  'A case still open is not archived',
  story(async (here, files) => {
    const { id } = await openSurvey(here)
    await assert.rejects(archive(here, files, id), /cases\.archive\.not-closed/)
  }),
)

test(
  'Whoever changes a byte of the package, or signs with another key, is found out',
  story(async (here, files, folder) => {
    const { id } = await closedCase(here, files)
    const snapshot = await archive(here, files, id)
    const other = () => generateKeyPair().publicKey
    assert.deepEqual(await verifySnapshot(here.trx, files, snapshot, other), { kind: 'signature' })
    assert.deepEqual(await verifySnapshot(here.trx, files, snapshot, () => undefined), { kind: 'unknown-key' })
    const { package: digest } = await readSnapshot(here.trx, snapshot)
    const path = join(folder, digest.slice(0, 2), digest.slice(2))
    const bytes = await files.get(digest)
    bytes[bytes.length - 30]! ^= 1
    writeFileSync(path, bytes)
    assert.deepEqual(await verifySnapshot(here.trx, files, snapshot, publicKeyOf), { kind: 'package-altered' })
    rmSync(path)
    assert.deepEqual(await verifySnapshot(here.trx, files, snapshot, publicKeyOf), { kind: 'package-missing' })
  }),
)

test(
  'Snapshots are found by what was written, by number, business, day and area, within the reader’s rights',
  story(async (here, files) => {
    const { id, number } = await closedCase(here, files)
    await archive(here, files, id)
    const find = async (person: County['fang'], search: SnapshotSearch) => {
      const covered = coveredBy(rightsTo(person, 'casework.snapshot.search'), 's')
      return (await searchSnapshots(here.trx, covered, search)).items.length
    }
    assert.equal(await find(here.fang, { text: '批文齐全' }), 1)
    assert.equal(await find(here.fang, { text: '无此字' }), 0)
    assert.equal(
      await find(here.fang, { number, business: 'landuse', area: '610799', from: '2026-11-16', to: '2026-11-16' }),
      1,
    )
    assert.equal(await find(here.fang, { from: '2026-11-17' }), 0)
    assert.equal(await find(here.tao, {}), 0)
  }),
)

test(
  'A photo taken out of the tree is gone from it, and a folder cannot lead out of the package',
  story(async (here, files) => {
    const { id } = await openSurvey(here)
    const { trx, fang } = here
    const now = here.as(fang).now
    const file = { ...(await files.put(new Uint8Array([1]))), ...photo }
    const photoOf = (folder: string) =>
      addResource(trx, { caseId: id, folder, kind: 'photo', title: '1.jpg', file }, fang.id, now)
    const resource = await photoOf('照片')
    await removeResource(trx, resource, fang.id, now)
    assert.deepEqual(await resourcesOf(trx, id), [])
    await assert.rejects(readResource(trx, resource), /resource\.unknown/)
    await assert.rejects(photoOf('../上级'), /bad-folder/)
    await assert.rejects(
      addResource(trx, { caseId: id, folder: '', kind: 'file', title: '空' }, fang.id, now),
      /resource\.empty/,
    )
  }),
)
