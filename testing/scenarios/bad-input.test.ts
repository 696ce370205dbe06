import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { zipSync } from 'fflate'
import { filesOf, moved, rezip } from '../../kernel/formats/delivery.testing.ts'
import { reproject } from '../../kernel/formats/reproject.ts'
import type { MultiPolygon, Position } from '../../kernel/geometry/types.ts'
import { plot } from '../../kernel/layers/sample-patches.testing.ts'
import { became, deliver, refused, type Taken, taken } from './bad-input-desk.testing.ts'
import { type Office, openOffice } from './bad-input-office.testing.ts'

let here: Office
before(async () => {
  here = await openOffice('bad_input')
})
after(() => here.close())

const codes = ({ findings }: Taken) => findings.map(({ code }) => code)
const text = (content: string) => new TextEncoder().encode(content)
const patched = (zip: Uint8Array, name: string, patch: (bytes: Buffer) => void) => {
  const bytes = Buffer.from(filesOf(zip)[name]!)
  patch(bytes)
  return rezip(zip, { [name]: bytes })
}

/** Where the clues of a batch came to lie, degrees; sound ones lie at 107.77°E 32.97°N. */
async function assertInPlace({ batchId }: Taken): Promise<void> {
  const { rows } = (await here.lin.asks('landuse.clue.list', { batchId })) as unknown as { rows: { box: number[] }[] }
  assert.ok(rows.length > 0)
  for (const { box } of rows) {
    const [west, south] = reproject(plot(0, 0, 20, 20), 4524, 4490)[0]![0]![0]!
    assert.ok(Math.abs(box[0]! - west) < 0.01 && Math.abs(box[1]! - south) < 0.01, `${box} is not at ${west} ${south}`)
  }
}

test('Lin sends an empty archive, a picture called zip, a file cut short: each is refused by what it is', async () => {
  await refused(here, zipSync({}), 'formats.zip.empty')
  await refused(here, text('\u0089PNG and so on'), 'formats.zip.not-a-zip')
  const zip = deliver([{}])
  await refused(here, zip.subarray(0, zip.length - 30), 'formats.zip.truncated')
})

test('a bomb is refused while it unpacks, long before it is large', async () => {
  const bomb = zipSync({ ...filesOf(deliver([{}])), 'clues.shp': new Uint8Array(64 * 1024 * 1024) }, { level: 9 })
  assert.ok(bomb.length < 100_000)
  await refused(here, bomb, 'formats.zip.bomb')
})

test('without its table a layer is refused; without its index it is read from the shapes, and that is said', async () => {
  const answer = await refused(here, rezip(deliver([{}]), { 'clues.dbf': undefined }), 'formats.dbf.missing')
  assert.deepEqual(answer.params, { layer: 'clues' })
  const withoutIndex = await taken(here, rezip(deliver([{}, {}]), { 'clues.shx': undefined }))
  assert.deepEqual([codes(withoutIndex), became(withoutIndex)], [['formats.shx.rebuilt'], ['accepted', 'accepted']])
})

test('without .prj coordinates with a zone number speak for themselves; without either Lin is asked', async () => {
  const silent = (zip: Uint8Array) => rezip(zip, { 'clues.prj': undefined })
  const zoned = await taken(here, silent(deliver([{}])))
  assert.deepEqual([zoned.crs.epsg, codes(zoned)], [4524, ['formats.prj.missing', 'formats.crs.recognised-zone']])
  const plain = silent(deliver([{ geometry: moved(plot(0, 0, 20, 20), (x, y) => [x - 36e6, y]) }]))
  await refused(here, plain, 'formats.crs.unknown')
  const told = await taken(here, plain, { declaredEpsg: 4545 })
  assert.deepEqual(became(told), ['accepted'])
  await assertInPlace(told)
})

test('an encoding that is stated wrongly is overruled by the bytes, and the words are right', async () => {
  const lying = rezip(deliver([{}]), { 'clues.cpg': text('UTF-8') })
  const fromFile = await taken(here, lying)
  const fromLin = await taken(here, deliver([{}], { encoding: 'utf-8' }), { encoding: 'gbk' })
  for (const batch of [fromFile, fromLin]) assert.deepEqual(codes(batch), ['formats.encoding.wrong'])
  assert.deepEqual([fromFile.encoding.name, fromLin.encoding.name], ['gbk', 'utf-8'])
  const { rows } = await here.database.query(
    "select distinct note from landuse_clue where note <> '云溪村晒坝旁新建房屋'",
  )
  assert.deepEqual(rows, [])
})

test('a point among the areas costs its own row; nothing but points is refused', async () => {
  const mixed = patched(deliver([{}, {}]), 'clues.shp', (shp) => shp.writeInt32LE(1, 108))
  assert.deepEqual(became(await taken(here, mixed)), ['rejected formats.row.not-a-polygon', 'accepted'])
  const points = patched(deliver([{}]), 'clues.shp', (shp) => {
    shp.writeInt32LE(1, 32)
    shp.writeInt32LE(1, 108)
  })
  await refused(here, points, 'formats.geometry.not-polygons')
})

test('degrees said to be metres are read as degrees; one row of degrees among metres is rejected', async () => {
  const degrees = (geometry: MultiPolygon) => reproject(geometry, 4524, 4490)
  const all = await taken(here, deliver([{ geometry: degrees(plot(0, 0, 20, 20)) }]))
  assert.deepEqual([all.crs.epsg, codes(all), became(all)], [4490, ['formats.crs.degrees-as-metres'], ['accepted']])
  await assertInPlace(all)
  const one = await taken(here, deliver([{}, {}, { geometry: degrees(plot(60, 0, 80, 20)) }]))
  assert.deepEqual(became(one), ['accepted', 'accepted', 'rejected formats.row.other-crs'])
})

test('easting and northing swapped are put right, row by row, and the report says so', async () => {
  const swapped = moved(plot(30, 0, 50, 20), (x, y) => [y, x])
  const batch = await taken(here, deliver([{}, { geometry: swapped }]))
  assert.deepEqual(became(batch), ['accepted', 'repaired formats.row.axes-swapped'])
  await assertInPlace(batch)
})

test('the .prj of a neighbouring zone is overruled by zone numbers; without them the rows lie outside the county', async () => {
  const prefixed = await taken(here, deliver([{}], { epsg: 4525 }))
  assert.deepEqual([prefixed.crs.epsg, codes(prefixed)], [4524, ['formats.crs.zone-differs']])
  await assertInPlace(prefixed)
  const plain = moved(plot(0, 0, 20, 20), (x, y) => [x - 36e6, y])
  const elsewhere = await taken(here, deliver([{ geometry: plain }, { geometry: plain }], { epsg: 4546 }))
  assert.deepEqual(became(elsewhere), Array(2).fill('rejected landuse.row.outside-county'))
})

test('rows without a shape, or with coordinates that are none, are rejected by number; the others go on', async () => {
  const broken = (value: number) =>
    moved(plot(0, 0, 20, 20), (x, y) => (x > 36478510 && y > 3650510 ? [value, y] : [x, y]))
  const rows = [null, broken(Number.NaN), broken(Number.POSITIVE_INFINITY), broken(-1e39)].map((geometry) => ({
    geometry,
  }))
  assert.deepEqual(became(await taken(here, deliver([...rows, {}]))), [
    'rejected formats.row.no-geometry',
    'rejected formats.row.not-a-number',
    'rejected formats.row.not-a-number',
    'rejected formats.row.huge',
    'accepted',
  ])
})

test('a ring that crosses itself is resolved and says by how much; one that encloses nothing is rejected', async () => {
  const [east, north] = plot(0, 0, 1, 1)[0]![0]![0]!
  const ring = (...corners: [number, number][]): MultiPolygon => [
    [corners.map(([x, y]): Position => [east + x, north + y])],
  ]
  const batch = await taken(
    here,
    deliver([
      { geometry: ring([0, 0], [20, 20], [20, 0], [0, 20], [0, 0]) },
      { geometry: ring([40, 0], [50, 10], [60, 20], [40, 0]) },
    ]),
  )
  assert.deepEqual(became(batch).map((one) => one.split(' ')[0]), ['repaired', 'rejected']) // biome-ignore format: one row
  const repair = batch.rows[0]!.findings.find(({ code }) => code === 'landuse.repair.self-crossing')
  assert.equal(repair?.params?.areaAfter, 200)
})

test('one number for two clues is taken once, and a row sent twice too; both name the row they repeat', async () => {
  const twin = { geometry: plot(0, 0, 20, 20), JCBH: 'TWIN' }
  const batch = await taken(here, deliver([twin, twin, { JCBH: 'TWIN' }]))
  assert.deepEqual(became(batch), [
    'accepted',
    'rejected landuse.row.duplicate',
    'rejected landuse.row.number-repeated',
  ])
  assert.deepEqual(batch.rows.map(({ reason }) => reason?.params?.row), [undefined, 1, 1]) // biome-ignore format: one row
})

test('an unknown class is kept as written with a remark; a day to come is rejected', async () => {
  const batch = await taken(here, deliver([{ YPDL: '9999' }, { HSX: '2999-01-01' }, { HSX: null }]))
  assert.deepEqual(became(batch), [
    'accepted landuse.row.class-unknown',
    'rejected landuse.row.date-in-future',
    'accepted landuse.row.date-missing',
  ])
})
