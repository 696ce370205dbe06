import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clues, codes, goodZip, moved, read, refused, rezip, square } from '../delivery.testing.ts'
import { reproject } from '../reproject.ts'
import { writeShapefileZip } from '../write-shapefile.ts'
import { writePrj } from './write-prj.ts'

const prj = (epsg: number) => ({ 'clues.prj': new TextEncoder().encode(writePrj(epsg)) })
const noPrj = { 'clues.prj': undefined }
const plain = moved(square(0, 0), (x, y) => [x - 36_000_000, y])
const swapped = moved(square(0, 0), (x, y) => [y, x])
const degrees = reproject(square(0, 0), 4524, 4490)
const zone37 = moved(square(0, 0), (x, y) => [x + 1_000_000, y])

test('eastings that carry their zone need no .prj', async () => {
  const delivery = await read(rezip(goodZip(), noPrj))
  assert.deepEqual([delivery.crs.epsg, delivery.crs.how], [4524, 'recognised'])
  assert.deepEqual(codes(delivery.findings), ['formats.prj.missing', 'formats.crs.recognised-zone'])
  assert.deepEqual(delivery.rows[0]!.geometry, square(0, 0))
})

test('eastings without zone and without .prj are not guessed: the sender is asked, and the answer is kept', async () => {
  const zip = rezip(goodZip(plain), noPrj)
  assert.deepEqual(await refused(read(zip), 'formats.crs.unknown'), { found: 'plain' })
  const delivery = await read(zip, { declaredCrs: 4545 })
  assert.deepEqual(delivery.crs, { epsg: 4545, how: 'declared' })
  assert.deepEqual(codes(delivery.findings), ['formats.prj.missing'])
})

const contradictions: [title: string, stated: number, geometry: typeof plain, code: string, used: number][] = [
  [
    'the zone number stands in the easting though the .prj says it does not',
    4545,
    square(0, 0),
    'formats.crs.zone-prefixed',
    4524,
  ],
  ['the zone number is missing though the .prj says it is there', 4524, plain, 'formats.crs.prefix-missing', 4545],
  ['the .prj names another zone', 4525, square(0, 0), 'formats.crs.zone-differs', 4524],
  ['degrees under a .prj in metres', 4524, degrees, 'formats.crs.degrees-as-metres', 4490],
  ['metres under a .prj in degrees', 4490, square(0, 0), 'formats.crs.metres-as-degrees', 4524],
]

for (const [title, stated, geometry, code, used] of contradictions) {
  test(`${title}: the coordinates are believed and it is reported`, async () => {
    const delivery = await read(rezip(goodZip(geometry), prj(stated)))
    assert.deepEqual([delivery.crs.epsg, delivery.crs.how], [used, 'recognised'])
    assert.deepEqual(delivery.findings, [{ code, params: { stated, used } }])
    assert.deepEqual(delivery.rows[0]!.geometry, geometry)
    assert.equal(delivery.rows[0]!.rejected, undefined)
  })
}

test('eastings without zone under a .prj in degrees are refused, because nothing tells the zone', async () => {
  await refused(read(rezip(goodZip(plain), prj(4490))), 'formats.crs.unknown')
})

test('swapped axes are put right row by row', async () => {
  const delivery = await read(goodZip(square(0, 0), swapped))
  assert.deepEqual(
    delivery.rows.map((row) => row.geometry),
    [square(0, 0), square(0, 0)],
  )
  assert.deepEqual(codes(delivery.rows[1]!.findings), ['formats.row.axes-swapped'])
  const latitudeFirst = await read(rezip(goodZip(moved(degrees, (x, y) => [y, x])), noPrj))
  assert.equal(latitudeFirst.crs.epsg, 4490)
  assert.deepEqual(latitudeFirst.rows[0]!.geometry, degrees)
})

test('a row in another zone or in degrees is rejected among rows in metres', async () => {
  const delivery = await read(goodZip(square(0, 0), zone37, degrees, square(200, 0)))
  const rejected = delivery.rows.map((row) => row.rejected?.params?.found)
  assert.deepEqual(rejected, [undefined, 'zoned 37', 'degrees', undefined])
})

test('one vertex gone astray is named', async () => {
  const stray = moved(square(0, 0), (x, y) => (x > 36478590 && y > 3650600 ? [0, 0] : [x, y]))
  const delivery = await read(goodZip(square(0, 0), stray))
  assert.deepEqual(delivery.rows[1]!.rejected, { code: 'formats.row.stray-vertex', params: { vertex: 3, x: 0, y: 0 } })
})

test('older Chinese datums are refused: they need a transform', async () => {
  const xian = 'GEOGCS["GCS_Xian_1980",DATUM["D_Xian_1980",SPHEROID["Xian_1980",6378140.0,298.257]]]'
  const params = await refused(
    read(rezip(goodZip(), { 'clues.prj': new TextEncoder().encode(xian) })),
    'formats.crs.needs-transform',
  )
  assert.equal(params.datum, "Xi'an 1980")
})

test('a declaration goes before the .prj, and that they differ is reported', async () => {
  const delivery = await read(writeShapefileZip({ ...clues(plain), epsg: 4546, encoding: 'gbk' }), {
    declaredCrs: 4545,
  })
  assert.equal(delivery.crs.epsg, 4545)
  assert.deepEqual(codes(delivery.findings), ['formats.crs.declared-differs'])
})

test('a .prj that is no WKT is reported and the coordinates decide', async () => {
  const delivery = await read(rezip(goodZip(), { 'clues.prj': new TextEncoder().encode('西安80?') }))
  assert.deepEqual(codes(delivery.findings), ['formats.prj.unreadable', 'formats.crs.recognised-zone'])
})
