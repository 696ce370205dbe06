import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { planarArea } from '../measures/planar-area.ts'
import { EASTING, NORTHING, rectangle, tangle } from '../sample-geometries.testing.ts'
import type { MultiPolygon, Position } from '../types.ts'
import { checkCoverage } from './check-coverage.ts'
import type { CoverageIssue } from './drawn-set.ts'

const ring = (...corners: Position[]): MultiPolygon => [[[...corners, corners[0]!]]]
const as = <Id>(id: Id, geometry: MultiPolygon) => ({ id, geometry })
const brief = (issues: CoverageIssue<unknown>[]) =>
  issues.map(({ rule, measure, ids }) => [rule, Math.round(measure * 1000) / 1000, ids])

/** n × n squares of 20 m that share their corners, at 8-digit eastings. */
function squares(n: number) {
  return Array.from({ length: n * n }, (_, k) => {
    const x = EASTING + (k % n) * 20
    const y = NORTHING + Math.floor(k / n) * 20
    return as(k, rectangle(x, y, x + 20, y + 20))
  })
}

test('a sound coverage has no issues', () => {
  assert.deepEqual(checkCoverage(squares(12)), [])
  assert.deepEqual(checkCoverage([]), [])
})

test('a neighbour drawn 0.4 mm off is within the tolerance, 5 mm off is an overlap or a gap', () => {
  const moved = (dx: number) => [
    as('a', rectangle(EASTING, NORTHING, EASTING + 20, NORTHING + 20)),
    as('b', rectangle(EASTING + 20 + dx, NORTHING, EASTING + 40, NORTHING + 20)),
    as('roof', rectangle(EASTING, NORTHING + 20, EASTING + 40, NORTHING + 40)),
    as('floor', rectangle(EASTING, NORTHING - 20, EASTING + 40, NORTHING)),
  ]
  assert.deepEqual(checkCoverage(moved(0.0004)), [])
  assert.deepEqual(brief(checkCoverage(moved(-0.005))), [['overlap', 0.1, ['a', 'b']]])
  assert.deepEqual(brief(checkCoverage(moved(0.005))), [['gap', 0.1, ['a', 'b', 'roof', 'floor']]])
})

test('a patch taken out of the middle is a gap with its neighbours, one set in twice is a duplicate', () => {
  const patches = squares(5)
  const [gap] = checkCoverage(patches.filter(({ id }) => id !== 12))
  assert.deepEqual([gap!.rule, gap!.measure, gap!.ids.toSorted()], ['gap', 400, [11, 13, 17, 7]])
  assert.deepEqual(gap!.geometry, patches[12]!.geometry)
  const twice = checkCoverage([...patches, as(99, patches[12]!.geometry)])
  assert.deepEqual(brief(twice), [['duplicate', 400, [12, 99]]])
})

test('a patch that lies within another without touching it is found', () => {
  const inner = as(-1, rectangle(EASTING + 45, NORTHING + 45, EASTING + 55, NORTHING + 55))
  assert.deepEqual(brief(checkCoverage([...squares(6), inner])), [['overlap', 100, [14, -1]]])
})

test('the land beyond the patches looked at closely is no gap', () => {
  const patches = squares(20)
  const pushed = rectangle(EASTING + 199, NORTHING + 200, EASTING + 220, NORTHING + 220)
  const issues = checkCoverage(patches.map((patch) => (patch.id === 210 ? as(210, pushed) : patch)))
  assert.deepEqual(brief(issues), [['overlap', 20, [209, 210]]])
})

test('shapes are judged one by one', () => {
  const rules = (geometry: MultiPolygon, minimumArea = 0) =>
    checkCoverage([as(1, geometry)], { minimumArea: () => minimumArea }).map(({ rule }) => rule)
  assert.deepEqual(rules(rectangle(0, 0, 3, 3)), ['sliver'])
  assert.deepEqual(rules(rectangle(0, 0, 15, 20), 400), ['below-minimum-area'])
  assert.deepEqual(rules(rectangle(0, 0, 0.5, 200)), ['narrow'])
  assert.deepEqual(rules(ring([0, 0], [100, 0], [100, 10])), ['acute-angle'])
  assert.deepEqual(rules(ring([0, 0], [20, 20], [20, 0], [0, 20])), ['self-intersection', 'multipart'])
  assert.deepEqual(rules(ring([0, 0], [20, 0], [20, 20], [10, 20], [10, 50], [10, 20], [0, 20])), ['spike'])
  assert.deepEqual(rules(ring([0, 0], [20, 0], [20, 0.0005], [20, 20], [0, 20])), ['repeated-vertex'])
  assert.deepEqual(rules([[[[0, 0], [Number.NaN, 1], [3, 3], [0, 0]]]]), ['invalid']) // biome-ignore format: one row
  assert.deepEqual(rules([]), ['invalid'])
})

test('rings as drawn: open, tiny, a hole that runs the wrong way, holes and parts in wrong places', () => {
  const outer: Position[] = [[0, 0], [40, 0], [40, 40], [0, 40], [0, 0]] // biome-ignore format: one row
  const square = (x: number, y: number, side: number): Position[] => [[x, y], [x, y + side], [x + side, y + side], [x + side, y], [x, y]] // biome-ignore format: one row
  const rules = (geometry: MultiPolygon) => checkCoverage([as(1, geometry)]).map(({ rule }) => rule)
  assert.deepEqual(brief(checkCoverage([as(1, [[outer.slice(0, -1)]])])), [['ring-closed', 40, [1]]])
  assert.deepEqual(rules([[outer, [[5, 5], [6, 6]]]]), ['ring-closed', 'tiny-ring']) // biome-ignore format: one row
  assert.deepEqual(rules([[outer, square(5, 5, 0.05)]]), ['tiny-ring', 'gap'])
  assert.deepEqual(rules([[outer, square(5, 5, 10).reverse()]]), ['ring-direction', 'gap'])
  assert.deepEqual(rules([[outer, square(50, 5, 10)]]), ['hole-outside'])
  assert.deepEqual(rules([[outer, square(5, 5, 20), square(10, 10, 5)]]), ['overlapping-holes', 'gap'])
  assert.deepEqual(rules([[outer, square(5, 5, 20), square(10, 10, 20)]]), ['overlapping-holes', 'gap'])
  assert.deepEqual(rules([[outer], [square(30, 30, 20)]]), ['overlapping-parts'])
  assert.deepEqual(rules([[outer], [square(60, 0, 20)]]), ['multipart'])
  assert.deepEqual(rules([[square(0, 0, 0), square(5, 5, 10)]]), ['invalid'])
})

test('anything at all is checked without falling over, and overlaps have an area', () => {
  fc.assert(
    fc.property(fc.array(tangle, { maxLength: 4 }), (geometries) => {
      for (const issue of checkCoverage(geometries.map((geometry, id) => as(id, geometry)))) {
        assert.ok(Number.isFinite(issue.measure))
        if (issue.geometry) assert.ok(planarArea(issue.geometry) > 0)
      }
    }),
    { numRuns: 300 },
  )
})
