import assert from 'node:assert/strict'
import { test } from 'node:test'
import iconv from 'iconv-lite'
import { clues, codes, read, refused, square } from '../delivery.testing.ts'
import { writeCsv } from '../write-csv.ts'
import { writeGeoJson } from '../write-geojson.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const geojson = (value: unknown) => read(utf8(JSON.stringify(value)), {}, 'clues.geojson')
const csv = (text: string, options = {}) => read(utf8(text), options, 'clues.csv')
const feature = (geometry: unknown, properties: unknown = {}) => ({ type: 'Feature', properties, geometry })
const collection = (...features: unknown[]) => ({
  type: 'FeatureCollection',
  crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4524' } },
  features,
})

test('GeoJSON and CSV come back as they were written, to the last digit', async () => {
  const layer = clues(square(0, 0), [...square(0.1, 0.2), ...square(1000, 0, 1 / 3)])
  layer.rows[0]!.attributes.图斑编号 = '"引号", 逗号\n换行'
  const sources = { 'clues.geojson': writeGeoJson(layer), 'clues.csv': writeCsv(layer, { geometry: true }) }
  for (const [name, text] of Object.entries(sources)) {
    const delivery = await read(utf8(text), {}, name)
    assert.equal(delivery.crs.epsg, 4524)
    assert.deepEqual(
      delivery.rows.map((row) => row.geometry),
      layer.rows.map((row) => row.geometry),
    )
    assert.deepEqual(
      delivery.rows.map((row) => row.attributes),
      layer.rows.map((row) => row.attributes),
    )
    assert.deepEqual(
      delivery.fields.map((field) => field.type),
      ['text', 'number', 'integer', 'date'],
    )
  }
})

test('GeoJSON without a system means WGS 84, unless its coordinates name a zone', async () => {
  const degrees = {
    type: 'Polygon',
    coordinates: [
      [
        [107.7, 33],
        [107.8, 33],
        [107.8, 33.1],
        [107.7, 33],
      ],
    ],
  }
  assert.deepEqual((await geojson({ type: 'FeatureCollection', features: [feature(degrees)] })).crs, {
    epsg: 4326,
    how: 'prj',
  })
  const metres = await geojson({
    type: 'FeatureCollection',
    features: [feature({ type: 'MultiPolygon', coordinates: square(0, 0) })],
  })
  assert.deepEqual(codes(metres.findings), ['formats.crs.metres-as-degrees'])
  assert.equal(metres.crs.epsg, 4524)
})

test('every odd GeoJSON feature has its row and its reason', async () => {
  const ring = square(0, 0)[0]![0]!
  const delivery = await geojson(
    collection(
      feature({ type: 'Polygon', coordinates: [ring.map(([x, y]) => [x, y, 700])] }),
      feature(null),
      feature({ type: 'Point', coordinates: [1, 2] }),
      feature({ type: 'Polygon', coordinates: [ring.map(([x]) => [x, null])] }),
      feature({ type: 'Polygon', coordinates: 'none' }),
      'nothing',
      feature({ type: 'Polygon', coordinates: [] }),
    ),
  )
  assert.deepEqual(
    delivery.rows.map((row) => row.rejected?.code),
    [
      undefined,
      'formats.row.no-geometry',
      'formats.row.not-a-polygon',
      'formats.row.not-a-number',
      'formats.row.damaged',
      'formats.row.damaged',
      'formats.row.no-area',
    ],
  )
  assert.deepEqual(delivery.findings, [{ code: 'formats.geometry.flattened', params: { extra: 'Z', rows: 1 } }])
})

test('what is not JSON, and JSON that is not GeoJSON, is refused', async () => {
  await refused(read(utf8('{"type":'), {}, 'a.geojson'), 'formats.geojson.not-json')
  await refused(read(utf8('['.repeat(200_000)), {}, 'a.geojson'), 'formats.geojson.not-json')
  await refused(geojson({ name: 'x' }), 'formats.geojson.not-geojson')
  await refused(geojson({ type: 'FeatureCollection', features: [] }), 'formats.layer.empty')
})

const header = '图斑编号;圈号;点号;东坐标;北坐标;备注'
const vertices = (plot: string, ring: number, note: string) =>
  square(0, 0, 100 / ring)[0]![0]!.map(([x, y], index) => `${plot};${ring};J${index + 1};${x};${y};${note}`)

test('a table with one vertex a line becomes one row a plot, holes by containment', async () => {
  const lines = [header, ...vertices('0303', 1, '甲'), ...vertices('0401', 1, '乙'), ...vertices('0303', 2, '甲')]
  const delivery = await csv(lines.join('\r\n'))
  assert.deepEqual(
    delivery.rows.map((row) => row.attributes),
    [
      { 图斑编号: '0303', 备注: '甲' },
      { 图斑编号: '0401', 备注: '乙' },
    ],
  )
  assert.deepEqual(delivery.rows[1]!.geometry, square(0, 0))
  assert.deepEqual(delivery.findings[0], { code: 'formats.csv.vertex-columns', params: { fields: '点号' } })
})

test('a GBK table with a bad number and a bad text for a polygon rejects those rows', async () => {
  const text =
    '编号,WKT\n1,"POLYGON((36478500 3650553,36478500 3650653,36478600 3650653))"\n2,多边形\n3,POINT(1 2)\n4\n'
  const delivery = await read(iconv.encode(text, 'gbk'), {}, 'clues.csv')
  assert.equal(delivery.encoding.name, 'gbk')
  assert.deepEqual(
    delivery.rows.map((row) => row.rejected?.code),
    [undefined, 'formats.row.bad-wkt', 'formats.row.not-a-polygon', 'formats.row.no-geometry'],
  )
  assert.deepEqual(codes(delivery.rows[0]!.findings), ['formats.row.ring-closed'])
  assert.deepEqual(codes(delivery.rows[3]!.findings), ['formats.csv.ragged'])
})

test('tables that show no place, an open quote and binary rubbish are refused', async () => {
  await refused(csv('编号,面积\n1,2\n'), 'formats.csv.no-geometry')
  assert.deepEqual(await refused(csv('编号,WKT\n1,"POLYGON\n'), 'formats.csv.open-quote'), { line: 2 })
  await refused(read(new Uint8Array([1, 0, 2, 0]), {}, 'clues.csv'), 'formats.text.binary')
  await refused(read(utf8('x'), {}, 'clues.pdf'), 'formats.file.unknown')
})

test('a number column with one code that begins with zero stays text', async () => {
  const polygon = '"POLYGON((36478500 3650553,36478500 3650653,36478600 3650653,36478500 3650553))"'
  const delivery = await csv(`DLBM,MJ,WKT\n0101,1.5,${polygon}\n1001,2,${polygon}\n`)
  assert.deepEqual(
    delivery.fields.map((field) => field.type),
    ['text', 'number'],
  )
  assert.deepEqual(delivery.rows[0]!.attributes, { DLBM: '0101', MJ: 1.5 })
})
