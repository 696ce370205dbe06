import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { zoneOfEpsg } from '../projection/gauss-kruger.ts'
import { readShared, sharedPath } from '../shared-files.testing.ts'
import type { MultiPolygon, Position } from '../types.ts'
import { ellipsoidalArea } from './ellipsoidal-area.ts'
import { planarArea } from './planar-area.ts'

type AreaCase = {
  name: string
  epsg: number
  rings_X_north_Y_east: [number, number][][]
  ellipsoid_area_official_m2: number
  planar_area_m2: number
}

const VECTORS = 'reference/domain/vectors/area_vectors.json'

test('areas agree with the official vectors to 0.01 m²', { skip: sharedPath(VECTORS).skip }, () => {
  for (const vector of readShared<{ cases: AreaCase[] }>(VECTORS).cases) {
    const geometry: MultiPolygon = [vector.rings_X_north_Y_east.map((ring) => ring.map(([x, y]): Position => [y, x]))]
    const ellipsoidal = ellipsoidalArea(geometry, zoneOfEpsg(vector.epsg)!)
    assert.ok(
      Math.abs(ellipsoidal - vector.ellipsoid_area_official_m2) < 0.0101,
      `${vector.name}: ${ellipsoidal} is not ${vector.ellipsoid_area_official_m2}`,
    )
    assert.ok(Math.abs(planarArea(geometry) - vector.planar_area_m2) < 0.006, `${vector.name} planar`)
  }
})

test('the same plot has the same planar area near the origin and at 8-digit eastings', () => {
  const centimetres = fc.integer({ min: 0, max: 30000 })
  fc.assert(
    fc.property(fc.array(fc.tuple(centimetres, centimetres), { minLength: 3, maxLength: 12 }), (corners) => {
      const at = (x: number, y: number): MultiPolygon => {
        const ring = corners.map(([cx, cy]): Position => [x + cx / 100, y + cy / 100])
        return [[[...ring, ring[0]!]]]
      }
      assert.ok(Math.abs(planarArea(at(0, 0)) - planarArea(at(36478500, 3650553))) < 1e-4)
    }),
  )
})

test('nothing has no area', () => {
  assert.equal(planarArea([]), 0)
  assert.equal(planarArea([[]]), 0)
  assert.equal(ellipsoidalArea([[[]]], zoneOfEpsg(4524)!), 0)
})
