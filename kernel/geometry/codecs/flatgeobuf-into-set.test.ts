import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { after, test } from 'node:test'
import { SetBuilder } from '../flat/set-builder.ts'
import { setOf } from '../flat/set-of.ts'
import { EASTING, NORTHING, rectangle } from '../sample-geometries.testing.ts'
import type { MultiPolygon } from '../types.ts'
import { addFlatGeobuf, FlatGeobufError } from './flatgeobuf-into-set.ts'

const folder = mkdtempSync(join(tmpdir(), 'yutu-fgb-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const pond = rectangle(EASTING + 3, NORTHING + 3, EASTING + 4.1234, NORTHING + 5)[0]![0]!.toReversed()
const geometries: MultiPolygon[] = [
  rectangle(EASTING, NORTHING, EASTING + 10.0001, NORTHING + 20),
  [[rectangle(EASTING, NORTHING, EASTING + 9, NORTHING + 9)[0]![0]!, pond], rectangle(EASTING + 20, NORTHING, EASTING + 21, NORTHING + 1)[0]!], // biome-ignore format: one row
  [[[[EASTING, NORTHING], [EASTING + 5, NORTHING + 1], [EASTING + 2, NORTHING + 7.77], [EASTING, NORTHING]]]], // biome-ignore format: one row
]

/** What GDAL makes of the geometries, as the bytes of a FlatGeobuf. */
async function written(
  type: 'POLYGON' | 'MULTIPOLYGON',
  index: 'YES' | 'NO',
  shapes: MultiPolygon[],
): Promise<Uint8Array> {
  const require = createRequire(import.meta.url)
  const path = relative(process.cwd(), dirname(require.resolve('gdal3.js/dist/package/gdal3.node.js')))
  const silent = () => {}
  const gdal = await require('gdal3.js/node.js')({ path, env: { GDAL_NUM_THREADS: '1' }, useWorker: false, logHandler: silent, errorHandler: silent }) // biome-ignore format: one row
  const features = shapes.map((coordinates) => ({
    type: 'Feature',
    properties: { name: '地块', n: 7 },
    geometry:
      type === 'POLYGON' ? { type: 'Polygon', coordinates: coordinates[0] } : { type: 'MultiPolygon', coordinates },
  }))
  const file = join(folder, `${type}${index}.geojson`)
  writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features }))
  const dataset = (await gdal.open(file)).datasets[0]
  const options = ['-f', 'FlatGeobuf', '-lco', `SPATIAL_INDEX=${index}`, '-nlt', type]
  return gdal.getFileBytes(await gdal.ogr2ogr(dataset, options))
}

const read = (bytes: Uint8Array) => {
  const builder = new SetBuilder()
  return { count: addFlatGeobuf(builder, bytes), set: builder.finish() }
}

test('what GDAL wrote is read to the last bit: several parts, holes, with and without an index', async () => {
  const plain = await written('MULTIPOLYGON', 'NO', geometries)
  assert.deepEqual(read(plain), { count: 3, set: setOf(geometries) })
  const indexed = read(await written('MULTIPOLYGON', 'YES', geometries))
  // The index puts features in its own order.
  assert.equal(indexed.count, 3)
  assert.deepEqual(indexed.set.coordinates.toSorted(), setOf(geometries).coordinates.toSorted())
  const single = [geometries[0]!, geometries[2]!]
  assert.deepEqual(read(await written('POLYGON', 'NO', single)).set, setOf(single))
})

test('a broken file is refused, wherever it is broken', async () => {
  const good = await written('MULTIPOLYGON', 'YES', geometries)
  assert.throws(() => read(good.slice(1)), FlatGeobufError)
  for (let end = 8; end < good.length; end += 7) {
    try {
      assert.ok(read(good.slice(0, end)).count < 3)
    } catch (error) {
      assert.ok(error instanceof FlatGeobufError, `${error}`)
    }
  }
  for (let k = 0; k < 4000; k++) {
    const bytes = good.slice()
    bytes[(k * 7919) % bytes.length] = (k * 31) % 256
    try {
      read(bytes)
    } catch (error) {
      assert.ok(
        error instanceof FlatGeobufError || error instanceof RangeError,
        `byte ${(k * 7919) % bytes.length}: ${error}`,
      )
    }
  }
})
