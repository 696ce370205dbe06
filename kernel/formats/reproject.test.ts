import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readShared, sharedPath } from '../geometry/shared-files.testing.ts'
import { square } from './delivery.testing.ts'
import { reproject } from './reproject.ts'

const VECTORS = 'reference/domain/vectors/projection_vectors.json'

test('there and back moves no vertex by more than a ten-thousandth of a millimetre', () => {
  for (const epsg of [4490, 4326, 3857, 4545, 4525, 4496, 4508]) {
    const back = reproject(reproject(square(0, 0), 4524, epsg), epsg, 4524)
    back[0]![0]!.forEach(([x, y], index) => {
      const [x0, y0] = square(0, 0)[0]![0]![index]!
      assert.ok(Math.hypot(x - x0, y - y0) < 1e-7, `${epsg}: ${Math.hypot(x - x0, y - y0)}`)
    })
  }
})

test('taking the zone number off the easting is a shift', () => {
  assert.deepEqual(reproject([[[[36478500.889, 3650553.447]]]], 4524, 4545), [
    [[[36478500.889 - 36_000_000, 3650553.447]]],
  ])
})

test('a system that needs a transform is refused', () => {
  assert.throws(() => reproject(square(0, 0), 4524, 2056), /formats\.crs\.unsupported/)
})

test('the reference positions are met', { skip: sharedPath(VECTORS).skip }, () => {
  const vectors = readShared<{ name: string; lon: number; lat: number }[]>(VECTORS)
  const xixiang = vectors.find((vector) => vector.name.startsWith('Xixiang'))!
  const [x, y] = reproject([[[[xixiang.lon, xixiang.lat]]]], 4490, 4524)[0]![0]![0]!
  assert.ok(Math.abs(x - 36478500.889) < 5e-4 && Math.abs(y - 3650553.447) < 5e-4)
})
