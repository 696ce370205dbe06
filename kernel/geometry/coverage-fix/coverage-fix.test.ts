import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkCoverage } from '../coverage/check-coverage.ts'
import type { CoverageIssue } from '../coverage/drawn-set.ts'
import { planarArea } from '../measures/planar-area.ts'
import { EASTING, NORTHING, rectangle } from '../sample-geometries.testing.ts'
import type { MultiPolygon, Position, Ring } from '../types.ts'
import { cleanRings } from './clean-rings.ts'
import { cutOverlap } from './cut-overlap.ts'
import { fillGap } from './fill-gap.ts'
import type { Fix } from './fix.ts'
import { type Land, mergeRank } from './merge-order.ts'
import { mergeSmall } from './merge-small.ts'
import { snapFeature } from './snap.ts'

const SIDE = 5
const STEP = 20

/** 5 × 5 patches of about 20 m that share their corners, which lie anywhere within 3 m of a regular grid. */
const patchwork = fc
  .array(fc.tuple(fc.integer({ min: -30000, max: 30000 }), fc.integer({ min: -30000, max: 30000 })), {
    minLength: (SIDE + 1) ** 2,
    maxLength: (SIDE + 1) ** 2,
  })
  .map((moves) => {
    const corner = (column: number, row: number): Position => {
      const [dx, dy] = moves[row * (SIDE + 1) + column]!
      return [gridded(EASTING + STEP * column + dx / 1e4), gridded(NORTHING + STEP * row + dy / 1e4)]
    }
    return Array.from({ length: SIDE * SIDE }, (_, k): MultiPolygon => {
      const [column, row] = [k % SIDE, Math.floor(k / SIDE)]
      const corners = [
        corner(column, row),
        corner(column + 1, row),
        corner(column + 1, row + 1),
        corner(column, row + 1),
      ]
      return [[[...corners, corners[0]!]]]
    })
  })
const place = fc.integer({ min: 0, max: SIDE * SIDE - 1 })
const gridded = (metres: number) => Math.round(metres * 1e4) / 1e4

const check = (patches: MultiPolygon[]): CoverageIssue<number>[] =>
  checkCoverage(patches.flatMap((geometry, id) => (geometry.length ? [{ id, geometry }] : [])))
const rules = (patches: MultiPolygon[]) => check(patches).map(({ rule }) => rule)
const geometryIn = (patches: MultiPolygon[]) => (feature: number) => patches[feature]!
const applied = (patches: MultiPolygon[], fix: Fix) => patches.map((geometry, k) => fix.changed.get(k) ?? geometry)
const whole = (patches: MultiPolygon[]) => patches.reduce((sum, geometry) => sum + planarArea(geometry), 0)
const near = (a: number, b: number, tolerance: number) => assert.ok(Math.abs(a - b) <= tolerance, `${a} is not ${b}`)
const all = [...Array(SIDE * SIDE).keys()]

function movedCorner(geometry: MultiPolygon, corner: number, dx: number, dy: number): MultiPolygon {
  const corners = geometry[0]![0]!.slice(0, -1).map(([x, y], k): Position => (k === corner ? [gridded(x + dx), gridded(y + dy)] : [x, y])) // biome-ignore format: one row
  return [[[...corners, corners[0]!]]]
}

test('a gap goes to the neighbour with the longest shared border, and nothing else changes', () => {
  fc.assert(
    fc.property(patchwork, (patches) => {
      const middle = 12
      const open = patches.with(middle, [])
      const [gap] = check(open)
      const fix = fillGap({ features: gap!.ids, geometry: gap!.geometry! }, geometryIn(open))!
      const after = applied(open, fix)
      assert.deepEqual(rules(after), [])
      near(whole(after), whole(patches), 0.01)
      const [{ feature, before, after: larger }] = fix.areas as [Fix['areas'][number]]
      near(larger - before, planarArea(patches[middle]!), 0.01)
      const ring = patches[middle]![0]![0]! as Ring
      const lengths = ring.slice(1).map((b, k) => Math.hypot(b[0] - ring[k]![0], b[1] - ring[k]![1]))
      const below = [middle - SIDE, middle + 1, middle + SIDE, middle - 1]
      near(lengths[below.indexOf(feature)]!, Math.max(...lengths), 0.002)
    }),
    { numRuns: 60 },
  )
})

test('a corner drawn wrong leaves overlaps and gaps; cut and filled, the check finds nothing', () => {
  const move = fc.integer({ min: -30000, max: 30000 }).filter((cells) => Math.abs(cells) > 100)
  fc.assert(
    fc.property(patchwork, place, fc.integer({ min: 0, max: 3 }), move, move, (patches, k, corner, dx, dy) => {
      let state = patches.with(k, movedCorner(patches[k]!, corner, dx / 1e4, dy / 1e4))
      for (let round = 0; round < 12; round++) {
        const issue = check(state).find(({ rule }) => rule === 'gap' || rule === 'overlap')
        if (!issue) break
        const found = { features: issue.ids, geometry: issue.geometry! }
        const fix = issue.rule === 'gap' ? fillGap(found, geometryIn(state)) : cutOverlap(found, geometryIn(state))
        state = applied(state, fix!)
      }
      // What is left of a patch may be odd in shape, or in two pieces: that is for a person to settle.
      const shapes = ['acute-angle', 'sliver', 'narrow', 'multipart']
      assert.deepEqual(check(state).filter(({ rule }) => !shapes.includes(rule)), []) // biome-ignore format: one row
    }),
    { numRuns: 100 },
  )
})

test('who keeps an overlap can be chosen; without a choice the smallest does', () => {
  const patches = [rectangle(0, 0, 40, 20), rectangle(30, 0, 50, 20)]
  const [overlap] = check(patches)
  const found = { features: overlap!.ids, geometry: overlap!.geometry! }
  assert.deepEqual(cutOverlap(found, geometryIn(patches)).areas, [{ feature: 0, before: 800, after: 600 }])
  assert.deepEqual(cutOverlap(found, geometryIn(patches), 0).areas, [{ feature: 1, before: 400, after: 200 }])
  assert.throws(() => cutOverlap(found, geometryIn(patches), 7), RangeError)
})

test('a patch drawn some centimetres off is snapped onto its neighbours, junctions and all', () => {
  const shift = fc.integer({ min: -500, max: 500 }).filter((cells) => Math.abs(cells) > 40)
  fc.assert(
    fc.property(patchwork, place, shift, shift, fc.boolean(), (patches, k, dx, dy, junction) => {
      const off = patches[k]!.map((polygon) => polygon.map((ring) => ring.map(([x, y]): Position => [gridded(x + dx / 1e4), gridded(y + dy / 1e4)]))) // biome-ignore format: one row
      const [a, b, ...rest] = off[0]![0]! as [Position, Position, ...Position[]]
      const middle: Position = [gridded((a[0] + b[0]) / 2), gridded((a[1] + b[1]) / 2)]
      const drawn = patches.with(k, junction ? [[[a, middle, b, ...rest]]] : off)
      const fix = snapFeature(k, all, geometryIn(drawn), 0.1)!
      assert.deepEqual(rules(applied(drawn, fix)), [])
      assert.ok(fix.areas.every(({ before, after }) => Math.abs(after - before) < 10))
      assert.equal(snapFeature(k, all, geometryIn(applied(drawn, fix)), 0.1), undefined)
    }),
    { numRuns: 100 },
  )
})

test('spikes and repeated vertices go', () => {
  fc.assert(
    fc.property(patchwork, place, fc.integer({ min: 0, max: 3 }), fc.boolean(), (patches, k, edge, spike) => {
      const ring = patches[k]![0]![0]!
      const [x, y] = ring[edge]!
      const out: Position[] = spike ? [[x, y], [x + 5, y + 40], [x, y]] : [[x, y], [x, y + 0.0004]] // biome-ignore format: one row
      const drawn = patches.with(k, [[[...ring.slice(0, edge), ...out, ...ring.slice(edge + 1)]]])
      if (edge === 0) drawn[k]![0]![0]!.splice(-1, 1, out[0]!)
      assert.ok(rules(drawn).some((rule) => rule === 'spike' || rule === 'repeated-vertex'))
      const fix = cleanRings(k, geometryIn(drawn))!
      assert.deepEqual(rules(applied(drawn, fix)), [])
      assert.equal(cleanRings(k, geometryIn(patches)), undefined)
    }),
    { numRuns: 60 },
  )
})

test('the merge order: same class, same level one, same great class, any; never a road or river, never over a border', () => {
  const land = (code: string, levelOne: string, threeClass: string, village = 'A'): Land => ({ class: code, levelOne, threeClass, owner: 'A', village }) // biome-ignore format: one row
  const paddy = land('0101', '01', '农用地')
  assert.equal(mergeRank(paddy, land('0101', '01', '农用地')), 0)
  assert.equal(mergeRank(paddy, land('0103', '01', '农用地')), 1)
  assert.equal(mergeRank(paddy, land('0301', '03', '农用地')), 2)
  assert.equal(mergeRank(paddy, land('0702', '07', '建设用地')), 3)
  assert.equal(mergeRank(paddy, land('1006', '10', '农用地')), undefined)
  assert.equal(mergeRank(paddy, land('1101', '11', '未利用地')), undefined)
  assert.equal(mergeRank(paddy, land('0101', '01', '农用地', 'B')), undefined)
})

test('a sliver is merged by rank, then by border; the check finds it gone', () => {
  //  +---------+--------+
  //  |    0    |  1     |
  //  |     +---+        |     3: the sliver, 4 m × 2 m
  //  |     | 3 |        |
  //  +-----+---+--------+
  //  |        2         |
  const ring = (...corners: Position[]): MultiPolygon => [[[...corners, corners[0]!]]]
  const patches = [
    ring([0, 20], [16, 20], [16, 22], [20, 22], [20, 40], [0, 40]),
    rectangle(20, 20, 40, 40),
    rectangle(0, 0, 40, 20),
    rectangle(16, 20, 20, 22),
  ]
  assert.deepEqual(rules(patches), ['sliver'])
  const merge = (ranks: (number | undefined)[]) =>
    mergeSmall(3, [0, 1, 2, 3], geometryIn(patches), (neighbour) => ranks[neighbour])
  for (const [ranks, into] of [
    [[1, 0, 1], 1],
    [[1, 1, 1], 0],
    [[undefined, 3, 2], 2],
  ] as const) {
    // biome-ignore format: one row
    const fix = merge([...ranks]) as Fix
    assert.deepEqual([...fix.changed.keys()], [3, into])
    assert.deepEqual(rules(applied(patches, fix)), [])
    assert.equal(fix.areas[1]!.after - fix.areas[1]!.before, 8)
  }
  assert.deepEqual(merge([undefined, undefined, undefined]), { refused: 'none-allowed' })
  assert.deepEqual(mergeSmall(3, [3], geometryIn(patches), () => 0), { refused: 'no-neighbour' }) // biome-ignore format: one row
})
