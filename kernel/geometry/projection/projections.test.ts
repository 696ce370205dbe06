import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readShared, sharedPath } from '../shared-files.testing.ts'
import { gaussKrugerForward, gaussKrugerInverse, zoneOfEpsg } from './gauss-kruger.ts'
import { type SheetScale, sheetNumber } from './sheet-number.ts'
import { fromWebMercator, toWebMercator } from './web-mercator.ts'

type ProjectionVector = { name: string; lon: number; lat: number; epsg: number; X_north: number; Y_east: number }

const PROJECTIONS = 'reference/domain/vectors/projection_vectors.json'
const SHEETS = 'reference/domain/vectors/sheet_vectors.json'

test('projected points agree with PROJ to 1 mm, both ways', { skip: sharedPath(PROJECTIONS).skip }, () => {
  let checked = 0
  for (const vector of readShared<ProjectionVector[]>(PROJECTIONS)) {
    const zone = zoneOfEpsg(vector.epsg)
    if (!zone && vector.epsg !== 3857) continue
    const [x, y] = zone ? gaussKrugerForward([vector.lon, vector.lat], zone) : toWebMercator([vector.lon, vector.lat])
    assert.ok(Math.hypot(x - vector.Y_east, y - vector.X_north) < 0.001, `${vector.name} EPSG:${vector.epsg}`)
    const [lon, lat] = zone ? gaussKrugerInverse([x, y], zone) : fromWebMercator([x, y])
    assert.ok(Math.hypot(lon - vector.lon, lat - vector.lat) < 1e-9, `${vector.name} back to degrees`)
    checked++
  }
  assert.ok(checked > 5)
})

test('forward and inverse cancel anywhere in the country', () => {
  const zone = zoneOfEpsg(4524)!
  fc.assert(
    fc.property(fc.double({ min: 105, max: 111, noNaN: true }), fc.double({ min: 3, max: 54, noNaN: true }), (l, b) => {
      const [lon, lat] = gaussKrugerInverse(gaussKrugerForward([l, b], zone), zone)
      assert.ok(Math.abs(lon - l) < 1e-10 && Math.abs(lat - b) < 1e-10)
    }),
  )
})

test('zones are known by their EPSG code', () => {
  assert.deepEqual(zoneOfEpsg(4524), { centralMeridian: 108, falseEasting: 36500000 })
  assert.deepEqual(zoneOfEpsg(4545), { centralMeridian: 108, falseEasting: 500000 })
  assert.deepEqual(zoneOfEpsg(4513), { centralMeridian: 75, falseEasting: 25500000 })
  assert.deepEqual(zoneOfEpsg(4554), { centralMeridian: 135, falseEasting: 500000 })
  assert.equal(zoneOfEpsg(4490), undefined)
})

test('sheet numbers agree with the vectors', { skip: sharedPath(SHEETS).skip }, () => {
  type SheetVector = { name: string; lon: number; lat: number } & Record<SheetScale, string>
  for (const vector of readShared<SheetVector[]>(SHEETS)) {
    for (const scale of ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const) {
      assert.equal(sheetNumber(vector.lon, vector.lat, scale), vector[scale], vector.name)
    }
  }
  assert.throws(() => sheetNumber(-10, 30, 'G'), RangeError)
})
