import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { unzipSync, zipSync } from 'fflate'
import { planarArea } from '../../geometry/measures/planar-area.ts'
import { sharedPath } from '../../geometry/shared-files.testing.ts'
import { codes, read, refused } from '../delivery.testing.ts'
import { readDelivery } from '../read-delivery.ts'

const autotest = sharedPath('fixtures/formats/gdal_autotest')
const fields = sharedPath('fixtures/parcels/fiboa_fields')
const from = (path: string) => ({ name: path, path: join(autotest.path, path) })

test('a GeoPackage is read with its fields, areas and system', { skip: autotest.skip }, async () => {
  const delivery = await readDelivery(from('gpkg/poly_golden_gpkg_1_4.gpkg'), { declaredCrs: 27700 })
  assert.deepEqual([delivery.format, delivery.layerName, delivery.rows.length], ['gpkg', 'poly', 10])
  for (const row of delivery.rows) {
    assert.ok(Math.abs(planarArea(row.geometry!) - Math.abs(Number(row.attributes.AREA))) < 1, `row ${row.row}`)
  }
  const zipped = await readDelivery(from('gpkg/poly.gpkg.zip'), { declaredCrs: 27700 })
  assert.deepEqual(zipped.rows, delivery.rows)
})

test('Swiss field parcels keep the system their GeoPackage states', { skip: fields.skip }, async () => {
  const path = join(fields.path, 'ch/lwb_nutzungsflaechen_v2_0_lv95.gpkg')
  const delivery = await readDelivery({ name: 'fields.gpkg', path })
  assert.deepEqual(delivery.crs, { epsg: 2056, how: 'prj' })
  assert.equal(delivery.rows.filter((row) => row.rejected).length, 0)
})

test('a zipped file geodatabase asks which layer, and reads the one named', { skip: autotest.skip }, async () => {
  const outer = unzipSync(readFileSync(from('filegdb.zip').path))
  const zip = outer['filegdb/testopenfilegdb.gdb.zip']!
  const params = await refused(read(zip), 'formats.layer.several')
  assert.match(String(params.layers), /polygon, multipolygon/)
  await refused(read(zip, { layer: 'nowhere' }), 'formats.layer.not-found')
  const delivery = await read(zip, { layer: 'multipolygon' })
  assert.deepEqual([delivery.crs.epsg, delivery.rows.length, delivery.rows[0]!.attributes.str], [4326, 5, 'foo_é'])
})

test('closed lines of a drawing are areas, its points and texts are rejected row by row', {
  skip: autotest.skip,
}, async () => {
  const delivery = await readDelivery(from('dxf/circle.dxf'), { declaredCrs: 2000 })
  assert.deepEqual(
    delivery.rows.map((row) => row.rejected?.code),
    [undefined, 'formats.row.not-a-polygon'],
  )
  assert.deepEqual(codes(delivery.rows[0]!.findings).includes('formats.row.closed-line'), true)
})

test('files GDAL cannot read are refused and leave nothing behind', { skip: autotest.skip }, async () => {
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith('yutu-gdal-'))
  await refused(readDelivery(from('dxf/BINARY_wipeout.dxf')), 'formats.gdal.unreadable')
  const cut = readFileSync(from('gpkg/poly_golden_gpkg_1_4.gpkg').path).subarray(0, 20_000)
  await refused(read(cut, {}, 'cut.gpkg'), 'formats.gdal.unreadable')
  const after = readdirSync(tmpdir()).filter((name) => name.startsWith('yutu-gdal-'))
  assert.deepEqual(
    after.filter((name) => !before.includes(name)),
    [],
  )
})

test('a file that does not begin as its ending promises is refused before GDAL sees it', async () => {
  await refused(read(new TextEncoder().encode('hello'), {}, 'fields.gpkg'), 'formats.file.not-what-it-says')
  await refused(
    read(zipSync({ 'a.gdb/x.gdbtable': new Uint8Array(10), 'b.gdb/x.gdbtable': new Uint8Array(10) })),
    'formats.zip.several-geodatabases',
  )
})
