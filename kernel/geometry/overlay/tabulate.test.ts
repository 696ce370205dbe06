import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ellipsoidalArea, unroundedEllipsoidalArea } from '../measures/ellipsoidal-area.ts'
import { planarArea } from '../measures/planar-area.ts'
import { zoneOfEpsg } from '../projection/gauss-kruger.ts'
import { EASTING, NORTHING, plot, rectangle } from '../sample-geometries.testing.ts'
import type { MultiPolygon } from '../types.ts'
import { difference } from './difference.ts'
import { intersection } from './intersection.ts'
import { tabulate } from './tabulate.ts'

const ZONE = zoneOfEpsg(4524)!
const PLANAR = { kind: 'planar' } as const
const ELLIPSOIDAL = { kind: 'ellipsoidal', zone: ZONE } as const

const as = <Id>(id: Id, geometry: MultiPolygon) => ({ id, geometry })
const total = (rows: { area: number }[]) => rows.reduce((sum, { area }) => sum + area, 0)

/** A coverage of `n` × `n` slanted cells of `size` metres: neighbours share their edges, no gaps. */
function coverage(n: number, size: number, x0: number, y0: number) {
  const corner = (i: number, j: number): [number, number] => [
    x0 + i * size + ((i * 7 + j * 13) % 5) * size * 0.1,
    y0 + j * size + ((i * 11 + j * 3) % 7) * size * 0.07,
  ]
  return Array.from({ length: n * n }, (_, k) => {
    const i = k % n
    const j = Math.floor(k / n)
    const ring = [corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1), corner(i, j)]
    return as(k, [[ring]])
  })
}

test('a clue over two patches gets a row for each, and none for a patch that it only touches', () => {
  const rows = tabulate(
    [as('clue', rectangle(0, 0, 10, 2))],
    [as('west', rectangle(-5, -5, 4, 5)), as('east', rectangle(4, -5, 8, 5)), as('above', rectangle(0, 2, 10, 5))],
    PLANAR,
  )
  assert.deepEqual(rows, [
    { subject: 'clue', feature: 'west', area: 8 },
    { subject: 'clue', feature: 'east', area: 8 },
  ])
})

test('holes, parts and doubled features need no care', () => {
  const frame = difference(rectangle(0, 0, 10, 10), [rectangle(2, 2, 8, 8)])
  const rows = tabulate([as('s', frame)], [as('same', frame), as('in the hole', rectangle(2, 2, 8, 8))], PLANAR)
  assert.deepEqual(rows, [{ subject: 's', feature: 'same', area: 64 }])
})

test('planar areas are those of the intersection geometry', () => {
  fc.assert(
    fc.property(plot, plot, (a, b) => {
      const found = total(tabulate([as(1, a)], [as(2, b)], PLANAR))
      assert.ok(Math.abs(found - planarArea(intersection(a, b))) < 0.01)
      assert.ok(Math.abs(found - total(tabulate([as(2, b)], [as(1, a)], PLANAR))) < 1e-6)
    }),
    { numRuns: 1000 },
  )
})

test('ellipsoidal areas are the official ones of the intersection geometry to 0.01 m²', () => {
  fc.assert(
    fc.property(plot, plot, (a, b) => {
      const found = total(tabulate([as(1, a)], [as(2, b)], ELLIPSOIDAL))
      assert.ok(Math.abs(found - unroundedEllipsoidalArea(intersection(a, b), ZONE)) < 0.01)
    }),
    { numRuns: 500 },
  )
})

test('over a coverage without gaps the rows add up to the plot, planar and ellipsoidal', () => {
  const patches = coverage(8, 47.3, EASTING - 120, NORTHING - 120)
  fc.assert(
    fc.property(plot, (subject) => {
      const inside = intersection(subject, rectangle(EASTING - 80, NORTHING - 80, EASTING + 150, NORTHING + 150))
      assert.ok(Math.abs(total(tabulate([as(0, inside)], patches, PLANAR)) - planarArea(inside)) < 1e-5)
      assert.ok(
        Math.abs(total(tabulate([as(0, inside)], patches, ELLIPSOIDAL)) - ellipsoidalArea(inside, ZONE)) < 0.006,
      )
    }),
    { numRuns: 200 },
  )
})

test('a township of 20 km at the edge of the zone adds up too, and each village is right', () => {
  const x0 = 36500000 + 120000
  const township = rectangle(x0, NORTHING, x0 + 20000, NORTHING + 20000)
  const villages = coverage(14, 2000, x0 - 4000, NORTHING - 4000)
  const rows = tabulate([as('t', township)], villages, ELLIPSOIDAL)
  assert.ok(Math.abs(total(rows) - ellipsoidalArea(township, ZONE)) < 0.01)
  const planar = tabulate([as('t', township)], villages, PLANAR)
  rows.forEach(({ feature, area }, k) => {
    // On edges of kilometres the 0.1 mm grid moves the piece itself by some 0.05 m²; that much is taken out here.
    const piece = intersection(township, villages[feature]!.geometry)
    const official = unroundedEllipsoidalArea(piece, ZONE) + planar[k]!.area - planarArea(piece)
    assert.ok(Math.abs(area - official) < 0.01 + 1e-7 * area, `${feature}: ${area - official} of ${official}`)
  })
})

test('rows do not depend on what else is asked or in what order', () => {
  const patches = coverage(6, 31.7, EASTING, NORTHING)
  const clue = as('c', rectangle(EASTING + 20, NORTHING + 20, EASTING + 130, NORTHING + 90))
  const byFeature = (rows: { feature: number }[]) => rows.toSorted((a, b) => a.feature - b.feature)
  const forward = tabulate([clue], patches, ELLIPSOIDAL)
  assert.deepEqual(byFeature(tabulate([clue], patches.toReversed(), ELLIPSOIDAL)), forward)
  assert.deepEqual(tabulate([clue], [patches[8]!], ELLIPSOIDAL), [forward.find(({ feature }) => feature === 8)])
})
