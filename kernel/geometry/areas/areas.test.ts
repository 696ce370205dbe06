import assert from 'node:assert/strict'
import { test } from 'node:test'
import { featureGeometry } from '../flat/feature-geometry.ts'
import { featureCount, type PolygonSet } from '../flat/polygon-set.ts'
import { setOf } from '../flat/set-of.ts'
import { planarArea } from '../measures/planar-area.ts'
import { zoneOfEpsg } from '../projection/gauss-kruger.ts'
import { EASTING, NORTHING, rectangle } from '../sample-geometries.testing.ts'
import type { MultiPolygon } from '../types.ts'
import { areasByClass } from './areas-by-class.ts'
import { prepareLayer } from './prepared-layer.ts'
import { tabulateSets } from './tabulate-sets.ts'

const zone = zoneOfEpsg(4524)!

/** n × n cells of a bent lattice: neighbours share their edges. */
function lattice(n: number, size: number, dx = 0): MultiPolygon[] {
  const corner = (i: number, j: number): [number, number] => [
    EASTING + dx + i * size + ((i * 7 + j * 13) % 5) * size * 0.11,
    NORTHING + j * size + ((i * 11 + j * 3) % 7) * size * 0.07,
  ]
  return Array.from({ length: n * n }, (_, k): MultiPolygon => {
    const i = k % n
    const j = Math.floor(k / n)
    return [[[corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1), corner(i, j)]]]
  })
}

const shuffled = (geometries: MultiPolygon[], by: number) => {
  const order = geometries.map((_, i) => (i * by) % geometries.length)
  return { order, set: setOf(order.map((i) => geometries[i]!)) }
}

/** Sums by «true subject, class», whatever places the features were given. */
function byClass(subjects: PolygonSet, set: PolygonSet, order: number[], subjectOrder: number[]) {
  const classOf = Uint32Array.from(order, (feature) => feature % 5)
  const { classes, planar, ellipsoidal, ...rows } = areasByClass(
    tabulateSets(subjects, prepareLayer(set), { zone }),
    classOf,
  )
  return new Map(Array.from(planar, (area, i) => [`${subjectOrder[rows.subjects[i]!]} ${classes[i]}`, [area, ellipsoidal![i]]])) // biome-ignore format: one row
}

test('areas by class are the same to the last bit whatever the order of subjects and features', () => {
  const patches = lattice(31, 23.7)
  const clues = lattice(13, 51.3, 3.3)
  const places = (things: unknown[]) => things.map((_, i) => i)
  const expected = byClass(setOf(clues), setOf(patches), places(patches), places(clues))
  assert.ok(expected.size > 500)
  for (const by of [2, 7, 100]) {
    const layer = shuffled(patches, by)
    const subjects = shuffled(clues, by)
    const found = byClass(subjects.set, layer.set, layer.order, subjects.order)
    assert.deepEqual(new Map([...found].sort()), new Map([...expected].sort()))
  }
})

test('a coverage against itself: every cell lies in itself, wholly, and in no other', () => {
  const set = setOf(lattice(40, 17.77))
  const { subjects, features, planar } = tabulateSets(set, prepareLayer(set))
  assert.deepEqual(subjects, features)
  assert.equal(planar.length, featureCount(set))
  for (const [i, area] of planar.entries()) {
    assert.ok(Math.abs(area - planarArea(featureGeometry(set, i))) <= 1e-12 * area)
  }
})

test('rings of many vertices are passed in chunks: the same areas as rings of few', () => {
  const wavy = (amplitude: number): MultiPolygon => {
    const wave = Array.from({ length: 5000 }, (_, i): [number, number] => [
      EASTING + i * 0.2,
      NORTHING + 100 + amplitude * Math.sin(i / 9),
    ])
    return [[[[EASTING, NORTHING], [EASTING + 999.8, NORTHING], ...wave.toReversed(), [EASTING, NORTHING]]]]
  }
  const strips = Array.from({ length: 100 }, (_, k) =>
    rectangle(EASTING + 10 * k, NORTHING - 50, EASTING + 10 * (k + 1), NORTHING + 300),
  )
  for (const amplitude of [0, 30]) {
    const whole = wavy(amplitude)
    const rows = tabulateSets(setOf(strips), prepareLayer(setOf([whole])))
    const turned = tabulateSets(setOf([whole]), prepareLayer(setOf(strips)))
    assert.equal(rows.planar.length, 100)
    const total = rows.planar.reduce((sum, area) => sum + area, 0)
    assert.ok(Math.abs(total - planarArea(whole)) < 1e-9 * total)
    for (const [i, area] of rows.planar.entries()) assert.ok(Math.abs(area - turned.planar[i]!) < 1e-9 * area)
  }
})
