import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { PMTiles } from 'pmtiles'
import { receiptFault } from '../../../kernel/crypto/receipt.ts'
import type { Trx } from '../../../kernel/db/database.ts'
import { boundingBox } from '../../../kernel/geometry/measures/bounding-box.ts'
import type { Box } from '../../../kernel/geometry/types.ts'
import type { Person } from '../../../kernel/identity/can.ts'
import type { JobRun } from '../../../kernel/jobs/job.ts'
import { addItems } from '../../../kernel/layers/change-sets/add-items.ts'
import { applyChangeSet } from '../../../kernel/layers/change-sets/apply.ts'
import { checkChangeSet } from '../../../kernel/layers/change-sets/check.ts'
import { createChangeSet } from '../../../kernel/layers/change-sets/create.ts'
import { readFeatures } from '../../../kernel/layers/read-features.ts'
import { toHex } from '../../../kernel/layers/rows.ts'
import { at, loadRow, plot } from '../../../kernel/layers/sample-patches.testing.ts'
import { act, ask, bytesOf as sentBytes, testFiles, testSigner } from '../../../testing/act.ts'
import { inRollback } from '../../../testing/harness.ts'
import { settle } from '../../../testing/people.ts'
import { areaToDegrees } from '../rules/plane.ts'
import { preparePackage } from './actions/prepare-package.ts'
import { makePackage } from './build/make-package.ts'
import { picturesFrom } from './imagery.ts'
import { planOfPackage } from './queries/plan-package.ts'
import { readBlock } from './queries/read-block.ts'
import { viewPackage } from './queries/view-package.ts'
import { bytesToFetch, type Manifest, stepsTo } from './rules/manifest.ts'
import { memorySource } from './rules/reference/read-pages.ts'
import { openReference } from './rules/reference/read-reference.ts'

// Function points: SH124 SH132
const hasCode = (code: string) => (error: { problem?: { code: string } }) => error.problem?.code === code

/** Three patches in a row, each in a village of its own; the first village lies in town 101, the others in 102. */
async function world(trx: Trx) {
  const village = (k: number) => (k === 0 ? '6107991012010000000' : `61079910220${k}0000000`)
  await loadRow(trx, 3, (k) => ({ ZLDWDM: village(k) }))
  for (const k of [0, 1, 2]) {
    const geometry = toHex(plot(100 * k, 0, 100 * k + 100, 100), 4524)
    await sql`insert into layer_cjdcq (id, version, valid_from, made_by, bsm, ysdm, zldwdm, zldwmc, dcmj, jsmj, mssm, geom)
      select ${90_000 + k}, 1, valid_from, made_by, ${String(k)}, '1000600100', ${village(k)}, ${`村${k}`}, 10000, 10000, '00', ${geometry}::geometry
      from layer_dltb order by id limit 1`.execute(trx)
  }
  const verbs = ['fieldwork.package.*', 'onemap.*']
  const fang = await settle(trx, { name: '马东', verbs, area: '610799' })
  const tao = await settle(trx, { name: '刘晓峰', verbs, area: '610799102' })
  return { trx, fang, tao }
}

async function make(trx: Trx, person: Person, packageId: string): Promise<Manifest> {
  const run = {
    ...{ id: packageId, input: { packageId }, person, now: () => new Date(), files: testFiles, signer: testSigner },
    transaction: <T>(work: (trx: Trx) => Promise<T>) => work(trx),
    audit: async () => undefined,
    progress: async () => undefined,
    stopIfCancelled: async () => undefined,
  }
  await makePackage.run(run as unknown as JobRun<{ packageId: string }>)
  return (await ask(trx, person, viewPackage, { packageId })).manifest!
}

/** A part as a phone puts it together from its blocks, each of them checked. */
async function bytesOf(trx: Trx, person: Person, manifest: Manifest, name: string): Promise<Uint8Array> {
  const part = manifest.parts.find((each) => each.name === name)!
  const blocks: Uint8Array[] = []
  for (const [block, { sha256 }] of part.blocks.entries()) {
    const bytes = await sentBytes(await ask(trx, person, readBlock, { packageId: manifest.id, part: name, block }))
    assert.equal(createHash('sha256').update(bytes).digest('hex'), sha256)
    blocks.push(bytes)
  }
  const whole = Buffer.concat(blocks)
  assert.equal(createHash('sha256').update(whole).digest('hex'), part.sha256)
  return whole
}

const story = (title: string, tell: (here: Awaited<ReturnType<typeof world>>) => Promise<void>) =>
  test(title, () => inRollback(async (trx) => tell(await world(trx))))

const town = { kind: 'area', code: '610799102', imagery: 'none' } as const
const wholeRow = areaToDegrees(plot(-10, -10, 310, 110))
const boxText = ([west, south, east, north]: Box) => [west, south, east, north].join()

story(
  'a package of a town holds its patches to the last bit, in tiles and as polygons, signed',
  async ({ trx, fang }) => {
    picturesFrom(async (_, z, x, y) => ({ bytes: Uint8Array.from([z, x % 256, y % 256]), mediaType: 'image/png' }))
    const { packageId } = await act(trx, fang, preparePackage, { ...town, imagery: 'standard' })
    const manifest = await make(trx, fang, packageId)
    const { seal } = await ask(trx, fang, viewPackage, { packageId })
    assert.equal(receiptFault(seal!.receipt, manifest, testSigner.keys.publicKey), undefined)
    const polygons = await openReference(memorySource(await bytesOf(trx, fang, manifest, 'DLTB')))
    const all = await polygons.inBox([0, 0, 1e9, 1e9])
    // Neighbours across the border are hers too: what is drawn along it has to fit them.
    const inTown = await readFeatures(trx, 'DLTB', { within: manifest.ground })
    assert.deepEqual(all.toSorted((a, b) => a.id - b.id), inTown.map(({ id, version, geometry, attributes }) => ({ id, version, geometry, attributes }))) // biome-ignore format: one row
    const bytes = await bytesOf(trx, fang, manifest, 'tiles')
    const tiles = new PMTiles({ getKey: () => 'm', getBytes: async (from, length) => ({ data: new Uint8Array(bytes.subarray(from, from + length)).buffer }) }) // biome-ignore format: one row
    const { minZoom, maxZoom } = await tiles.getHeader()
    assert.deepEqual([minZoom, maxZoom], [11, 15])
    assert.ok(manifest.parts.some(({ name }) => name === 'imagery-before'))
    assert.deepEqual(boundingBox(manifest.ground), boundingBox(plot(100, 0, 300, 100)))
  },
)

story('who looks after town 102 gets nothing of town 101: not by its code, not in a box', async ({ trx, tao }) => {
  const other = { kind: 'area', code: '610799101', imagery: 'none' } as const
  await assert.rejects(act(trx, tao, preparePackage, other), hasCode('fieldwork.package.not-granted'))
  await assert.rejects(ask(trx, tao, planOfPackage, other), hasCode('fieldwork.package.not-granted'))
  const box = boxText(boundingBox(wholeRow))
  const { packageId } = await act(trx, tao, preparePackage, { kind: 'box', box, imagery: 'none' })
  const manifest = await make(trx, tao, packageId)
  const polygons = await openReference(memorySource(await bytesOf(trx, tao, manifest, 'DLTB')))
  assert.deepEqual((await polygons.inBox([0, 0, 1e9, 1e9])).map(({ attributes }) => attributes.TBBH).sort(), ['0002', '0003']) // biome-ignore format: one row
  const far = boxText(boundingBox(areaToDegrees(plot(5000, 5000, 5100, 5100))))
  await assert.rejects(act(trx, tao, preparePackage, { kind: 'box', box: far, imagery: 'none' }), hasCode('fieldwork.package.no-ground')) // biome-ignore format: one row
})

story('a package belongs to who asked for it', async ({ trx, fang, tao }) => {
  const { packageId } = await act(trx, fang, preparePackage, town)
  await make(trx, fang, packageId)
  const unknown = hasCode('fieldwork.package.unknown')
  await assert.rejects(ask(trx, tao, viewPackage, { packageId }), unknown)
  await assert.rejects(ask(trx, tao, readBlock, { packageId, part: 'DLTB', block: 0 }), unknown)
  await assert.rejects(ask(trx, fang, readBlock, { packageId, part: 'DLTB', block: 99 }), hasCode('fieldwork.package.no-block')) // biome-ignore format: one row
})

story(
  'nothing has changed: the same package, nothing to fetch; a changed patch: only what is new',
  async ({ trx, fang }) => {
    const first = await act(trx, fang, preparePackage, town)
    const before = await make(trx, fang, first.packageId)
    const again = await act(trx, fang, preparePackage, town)
    assert.deepEqual(again, { packageId: first.packageId, isNew: false })
    assert.equal(bytesToFetch(stepsTo(before, before)), 0)
    const [, second] = await readFeatures(trx, 'DLTB')
    const set = await createChangeSet(trx, { title: '改号', by: 'lin', now: at(10) })
    await addItems(trx, set, [
      { layer: 'DLTB', kind: 'modify', featureId: second!.id, baseVersion: 1, attributes: { TBBH: '0099' } },
    ])
    await checkChangeSet(trx, set, at(11))
    await applyChangeSet(trx, set, at(12))
    const newer = await act(trx, fang, preparePackage, town)
    assert.notEqual(newer.packageId, first.packageId)
    const after = await make(trx, fang, newer.packageId)
    const fetched = stepsTo(after, before).filter(({ from }) => from === 'server')
    assert.deepEqual(
      fetched.map(({ part }) => part),
      ['DLTB', 'tiles'],
    )
  },
)

story('a layer that a right does not reach does not go along', async ({ trx, fang }) => {
  const narrow = { ...fang, rights: fang.rights.map((right) => ({ ...right, layers: ['CJDCQ'] })) }
  const { packageId } = await act(trx, narrow, preparePackage, town)
  const manifest = await make(trx, narrow, packageId)
  assert.deepEqual(manifest.parts.map(({ name }) => name), ['CJDCQ', 'tiles', 'work']) // biome-ignore format: one row
})
