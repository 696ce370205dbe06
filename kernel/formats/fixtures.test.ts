import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { zipSync } from 'fflate'
import { planarArea } from '../geometry/measures/planar-area.ts'
import { sharedPath } from '../geometry/shared-files.testing.ts'
import { codes, read, refused } from './delivery.testing.ts'
import { readDelivery } from './read-delivery.ts'
import { describeFields, openDbf, readDbfRow, textSamples } from './shapefile/read-dbf.ts'
import { encodingOfLanguageDriver, encodingOfName, settleEncoding } from './text/encoding.ts'

const formats = sharedPath('fixtures/formats')
const gdal = join(formats.path, 'gdal_autotest/shp')
const shapelib = join(formats.path, 'shapelib_eg')
const mapshaper = join(formats.path, 'mapshaper_dbf')
const skip = formats.skip

/** The parts of one shapefile in a folder, zipped as a sender would. */
function zipped(folder: string, stem: string): Uint8Array {
  const parts = readdirSync(folder).filter(
    (name) => name.startsWith(`${stem}.`) && /\.(shp|shx|dbf|prj|cpg)$/.test(name),
  )
  return zipSync(Object.fromEntries(parts.map((name) => [name, readFileSync(join(folder, name))])))
}

test('663 census blocks of pyshp are read with their 40 fields', { skip }, async () => {
  const delivery = await readDelivery(
    { name: 'blockgroups.zip', path: join(formats.path, 'pyshp/blockgroups.zip') },
    { declaredCrs: 4326 },
  )
  assert.equal(delivery.rows.length, 663)
  assert.equal(delivery.rows.filter((row) => row.rejected).length, 0)
  assert.deepEqual([delivery.rows[0]!.attributes.BKG_KEY, delivery.rows[0]!.attributes.POP1990], ['060750179029', 4531])
  assert.deepEqual(codes(delivery.findings), ['formats.prj.missing'])
})

test('multipart polygons and holes of GDAL and shapelib are grouped', { skip }, async () => {
  const multi = await read(zipped(gdal, 'gjmultipoly'), { declaredCrs: 4326 })
  assert.deepEqual(
    multi.rows[0]!.geometry!.map((polygon) => polygon.length),
    [1, 2],
  )
  assert.deepEqual(codes(multi.rows[0]!.findings), ['formats.row.ring-direction'])
  const holes = await read(zipped(gdal, 'testpoly'), { declaredCrs: 2000 })
  assert.equal(holes.rows.length, 14)
  assert.deepEqual(
    holes.rows[12]!.geometry!.map((polygon) => polygon.length),
    [2],
  )
  const mexico = await read(zipped(join(shapelib, 'mexico'), 'states'), { declaredCrs: 4326 })
  assert.equal(mexico.rows.length, 32)
  assert.equal(mexico.rows.find((row) => row.attributes.NAME === 'Baja California Norte')?.attributes.AREA, 28002.325)
})

test('shapelib polygons keep the areas their own table states', { skip }, async () => {
  const delivery = await read(zipped(shapelib, 'polygon'), { declaredCrs: 27700 })
  assert.ok(delivery.rows.length > 0)
  for (const row of delivery.rows) {
    const stated = Number(row.attributes.AREA)
    assert.ok(Math.abs(planarArea(row.geometry!) - stated) < 1, `row ${row.row}`)
  }
})

test('points, lines and multipatches are refused by their type', { skip }, async () => {
  const types: [string, string, string][] = [
    [gdal, 'gjpoint', 'Point'],
    [gdal, 'gjmultiline', 'PolyLine'],
    [shapelib, 'masspntz', 'PointZ'],
    [shapelib, 'mpatch3', 'MultiPatch'],
  ]
  for (const [folder, stem, type] of types) {
    assert.deepEqual(await refused(read(zipped(folder, stem)), 'formats.geometry.not-polygons'), { type })
  }
})

test('an empty layer, an empty polygon and a layer without table each get their own answer', { skip }, async () => {
  await refused(read(zipped(gdal, 'empty')), 'formats.layer.empty')
  await refused(read(zipped(gdal, 'polygonm_with_m')), 'formats.dbf.missing')
  const delivery = await read(zipped(gdal, 'polygonm_with_m'), { declaredCrs: 2000, geometryOnly: true })
  assert.ok(codes(delivery.findings).includes('formats.geometry.flattened'))
  const empty = await read(zipped(gdal, 'emptymultipoly'), { declaredCrs: 4326 })
  assert.equal(empty.rows[0]!.rejected?.code, 'formats.row.no-geometry')
})

/** Reads a table on its own, as the shapefile reader does. */
function tableOf(dbf: string, cpg?: string) {
  const table = openDbf(readFileSync(join(mapshaper, dbf)))
  const stated = {
    cpg: cpg && encodingOfName(readFileSync(join(mapshaper, cpg), 'latin1')),
    ldid: encodingOfLanguageDriver(table.languageDriver),
  }
  const { encoding, findings } = settleEncoding(textSamples(table), stated)
  const { fields } = describeFields(table, encoding.name)
  const rows = Array.from({ length: table.count }, (_, row) => readDbfRow(table, fields, row, encoding.name).attributes)
  return { encoding, findings, rows, text: JSON.stringify(rows) }
}

test('Chinese tables are read in GBK and UTF-8 without being told', { skip }, () => {
  for (const name of ['gbk.dbf', 'gb2312.dbf']) {
    const { encoding, text } = tableOf(name)
    assert.equal(encoding.name, 'gbk')
    assert.match(text, /\p{Script=Han}/u)
    assert.doesNotMatch(text, /\uFFFD/)
  }
  assert.equal(tableOf('utf8.dbf').encoding.name, 'utf-8')
  assert.deepEqual(tableOf('ldid/chinese.dbf').encoding, { name: 'gbk', how: 'ldid' })
})

test('a .cpg that names another code page is followed', { skip }, () => {
  const expected: Record<string, RegExp> = {
    big5: /\p{Script=Han}/u,
    shiftjis: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
    euckr: /\p{Script=Hangul}/u,
    koi8r: /\p{Script=Cyrillic}/u,
    win1251: /\p{Script=Cyrillic}/u,
    win874: /\p{Script=Thai}/u,
  }
  for (const [stem, script] of Object.entries(expected)) {
    const { text, encoding } = tableOf(`cpg/${stem}.dbf`, `cpg/${stem}.cpg`)
    assert.equal(encoding.how, 'cpg', stem)
    assert.match(text, script, stem)
    assert.doesNotMatch(text, /\uFFFD/, stem)
  }
})

test('numbers with a decimal comma and fields of one name are read', { skip }, () => {
  const numbers = tableOf('comma_separated.dbf')
    .rows.flatMap(Object.values)
    .filter((value) => typeof value === 'number')
  assert.ok(numbers.some((value) => !Number.isInteger(value)))
  const twice = Object.keys(tableOf('duplicate_fields.dbf').rows[0]!)
  assert.equal(new Set(twice).size, twice.length)
  assert.ok(twice.some((name) => /_2$/.test(name)))
})

const landuse = sharedPath('fixtures/parcels/osm_puertorico_landuse')
test('land use without a table is read on request, every row accounted for', { skip: landuse.skip }, async () => {
  for (const [file, count] of [
    ['landuse_180101.zip', 5045],
    ['landuse_190101.zip', 5718],
  ] as const) {
    const source = { name: file, path: join(landuse.path, file) }
    await refused(readDelivery(source), 'formats.dbf.missing')
    const delivery = await readDelivery(source, { geometryOnly: true })
    assert.deepEqual([delivery.rows.length, delivery.crs.epsg], [count, 4326])
  }
})

const huniken = sharedPath('fixtures/parcels/ch_huniken')
test('Swiss parcels keep the registered areas to the registry’s rounding', { skip: huniken.skip }, async () => {
  const path = join(huniken.path, 'parcels_liegenschaften_lv95.geojson')
  const delivery = await readDelivery({ name: 'parcels.geojson', path })
  assert.deepEqual([delivery.rows.length, delivery.crs.epsg], [110, 2056])
  for (const row of delivery.rows) {
    assert.ok(Math.abs(planarArea(row.geometry!) - Number(row.attributes.flaechenmass)) <= 0.51, `row ${row.row}`)
  }
})
