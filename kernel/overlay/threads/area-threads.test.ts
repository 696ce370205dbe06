import assert from 'node:assert/strict'
import { test } from 'node:test'
import { prepareLayer } from '../../geometry/areas/prepared-layer.ts'
import { tabulateSets } from '../../geometry/areas/tabulate-sets.ts'
import { SetBuilder } from '../../geometry/flat/set-builder.ts'
import { zoneOfEpsg } from '../../geometry/projection/gauss-kruger.ts'
import { EASTING, NORTHING, rectangle } from '../../geometry/sample-geometries.testing.ts'
import { AreaThreads } from './area-threads.ts'

/** n × n leaning fields of so many metres. */
function fields(n: number, size: number) {
  const builder = new SetBuilder('shared')
  for (let k = 0; k < n * n; k++) {
    const x = EASTING + (k % n) * size
    const y = NORTHING + Math.floor(k / n) * size
    builder.add([[[[x, y], [x + size, y + 0.3], [x + size * 1.1, y + size], [x + 0.1, y + size * 0.9], [x, y]]]]) // biome-ignore format: one row
  }
  return builder.finish()
}

test('one thread, two or three: the same rows to the last bit, in the same order', async () => {
  const layer = prepareLayer(fields(40, 31.7), 'shared')
  const subjects = fields(25, 50.3)
  const zone = zoneOfEpsg(4524)!
  const expected = tabulateSets(subjects, layer, { zone })
  assert.ok(expected.planar.length > 1000)
  for (const count of [1, 2, 3]) {
    const threads = new AreaThreads(count)
    assert.deepEqual(await threads.tabulate(subjects, layer, zone), expected)
    await threads.close()
  }
})

test('what a thread refuses is told to the one who asked', async () => {
  const builder = new SetBuilder('shared')
  const far = builder.add(rectangle(1e9, 0, 1e9 + 10, 10)).finish()
  const threads = new AreaThreads(2)
  await assert.rejects(threads.tabulate(far, prepareLayer(far, 'shared'), zoneOfEpsg(4524)!), /Gauss-Krüger/)
  await threads.close()
})
