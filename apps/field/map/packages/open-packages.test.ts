import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { MultiPolygon, Position } from '../../../../kernel/geometry/types.ts'
import { layerNamed } from '../../../../kernel/layers/registry.ts'
import type { Manifest, Part } from '../../../../modules/fieldwork/packages/rules/manifest.ts'
import { ReferenceWriter } from '../../../../modules/fieldwork/packages/rules/reference/write-reference.ts'
import { overlayOn } from '../ground/overlay-on.ts'
import type { Edition } from './kept-package.ts'
import { featuresAt, featuresInBox, findIn, usePackages } from './open-packages.ts'
import { sealOf } from './sealed-source.ts'

// Function points: SH122 SH124 SH127 SH131
const at = (x: number, y: number): Position => [36_478_000 + x, 3_650_000 + y]
const plot = (x0: number, y0: number, x1: number, y1: number): MultiPolygon => [
  [[at(x0, y0), at(x1, y0), at(x1, y1), at(x0, y1), at(x0, y0)]],
]
const key = new Uint8Array(32).fill(7)
const ground = plot(0, 0, 1000, 1000)

type Row = { geometry: MultiPolygon; attributes: Record<string, string | number> }
const contents: Record<string, Row[]> = {
  DLTB: [
    { geometry: plot(0, 0, 500, 1000), attributes: { TBBH: '0001', DLBM: '0101' } },
    { geometry: plot(500, 0, 1000, 1000), attributes: { TBBH: '0002', DLBM: '0702' } },
  ],
  NZYPW: [{ geometry: plot(450, 450, 550, 550), attributes: { PZWH: '陕政土批〔2024〕101号', XMMC: '物流仓储项目', SYDW: '云栖县物流公司', PZMJ: 10000, PZRQ: '2024-05-01' } }], // biome-ignore format: one row
}
const work = {
  findings: [
    { id: 'project/P1', kind: 'project', system: 'construction', title: '新建小学', number: '2026-0001', owner: null, area: 900, phase: null, date: null, layer: null, geometry: plot(100, 100, 130, 130) }, // biome-ignore format: one row
  ],
}

/** The browser's own files, as far as packages are read from them. */
const files = new Map<string, Blob>()
const notFound = () => Object.assign(new Error('NotFoundError'), { name: 'NotFoundError' })
const folder = {
  getDirectoryHandle: async () => folder,
  async getFileHandle(name: string) {
    const file = files.get(name)
    if (!file) throw notFound()
    return { getFile: async () => file }
  },
}

async function editionOf(): Promise<Edition> {
  const parts: Part[] = []
  const put = async (name: string, kind: Part['kind'], bytes: Uint8Array<ArrayBuffer>) => {
    files.set(name, new Blob([await (await sealOf(key, parts.length)).seal(0, bytes)]))
    parts.push({ name, kind, size: bytes.length, sha256: '', blocks: [] })
  }
  for (const [layer, rows] of Object.entries(contents)) {
    const writer = new ReferenceWriter(layer, layerNamed(layer).fields)
    for (const [k, row] of rows.entries()) writer.add({ id: k + 1, version: 1, ...row })
    await put(layer, 'reference', writer.finish())
  }
  await put('work', 'work', new TextEncoder().encode(JSON.stringify(work)))
  const manifest = {
    format: 1,
    id: 'e1',
    title: '城关镇',
    box: [107, 32, 108, 33],
    ground,
    madeAt: '',
    parts,
  } as Manifest
  return { manifest, seal: {} as Edition['seal'], folder: 'e1', key }
}

before(async () => {
  Object.defineProperty(navigator, 'storage', { value: { getDirectory: async () => folder }, configurable: true })
  assert.deepEqual(await usePackages([await editionOf()]), ['e1'])
})

test('a tap finds all layers there; a box finds what is wanted, up to the number asked for', async () => {
  const names = (await featuresAt(at(480, 480))).map(({ layer, attributes }) => [
    layer,
    attributes.TBBH ?? attributes.PZWH,
  ])
  assert.deepEqual(names, [['DLTB', '0001'], ['NZYPW', '陕政土批〔2024〕101号']]) // biome-ignore format: one row
  assert.equal((await featuresInBox([36_478_000, 3_650_000, 36_479_000, 3_651_000], ['DLTB'], 9)).length, 2)
  assert.equal((await featuresInBox([36_478_000, 3_650_000, 36_479_000, 3_651_000], null, 1)).length, 1)
})

test('by number or name however it is typed, round a place by distance, and under a shape', async () => {
  for (const text of ['陕政土批2024 101', '物流', '云栖县物流公司']) assert.deepEqual((await findIn(text, null, 0, null)).map(({ id }) => id), ['NZYPW/1'], text) // biome-ignore format: one row
  assert.deepEqual(await findIn('没有', null, 0, null), [])
  const near = await findIn(null, at(400, 500), 60, null)
  assert.deepEqual(near.map(({ id, distance }) => [id, distance]), [['NZYPW/1', 50]]) // biome-ignore format: one row
  assert.deepEqual(await findIn(null, at(400, 500), 40, null), [])
  const [project, ...others] = await findIn(null, null, 0, plot(120, 120, 200, 200))
  assert.deepEqual([project?.title, project?.system, others.length], ['新建小学', 'construction', 0])
})

test('an overlay adds up, and is not made where the layers are not here', async () => {
  const inside = await overlayOn(plot(400, 100, 700, 200), ['DLTB', 'NZYPW'], null)
  assert.deepEqual(inside.rows.map(({ layer, key: by, planar }) => [layer, by.DLBM ?? null, planar]), [['DLTB', '0702', 20000], ['DLTB', '0101', 10000], ['NZYPW', null, 30000]]) // biome-ignore format: one row
  assert.deepEqual((await overlayOn(plot(900, 100, 1100, 200), ['DLTB'], null)).missing, ['DLTB'])
  const beside = { ground: plot(2000, 0, 2500, 500), layers: ['DLTB'], features: [{ layer: 'DLTB', id: 9, version: 1, geometry: plot(2000, 0, 2500, 500), attributes: { DLBM: '0301' } }] } // biome-ignore format: one row
  const task = await overlayOn(plot(2100, 100, 2200, 200), ['DLTB', 'NZYPW'], beside)
  assert.deepEqual([task.rows.map(({ planar }) => planar), task.missing], [[10000], ['NZYPW']])
})

test('a package whose files are gone is left out, and the rest goes on', async () => {
  const edition = await editionOf()
  const gone = { ...edition, folder: 'gone', manifest: { ...edition.manifest, parts: [{ name: 'ZD', kind: 'reference' as const, size: 1, sha256: '', blocks: [] }] } } // biome-ignore format: one row
  assert.deepEqual(await usePackages([edition, gone]), ['e1'])
})
