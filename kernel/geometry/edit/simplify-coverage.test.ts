import assert from 'node:assert/strict'
import { test } from 'node:test'
import { perimeter } from '../measures/perimeter.ts'
import { planarArea } from '../measures/planar-area.ts'
import { dissolve } from '../overlay/dissolve.ts'
import { union } from '../overlay/union.ts'
import { caseSeed, Random } from '../proof/random.testing.ts'
import { block, lattice } from '../proof/shapes.testing.ts'
import { repairPolygon } from '../repair/repair.ts'
import { EASTING, NORTHING, rectangle } from '../sample-geometries.testing.ts'
import type { MultiPolygon, Position } from '../types.ts'
import { nearestOnSegment } from './nearest-on-segment.ts'
import { type SimplifyMethod, simplifyCoverage } from './simplify-coverage.ts'

const METHODS: SimplifyMethod[] = ['distance', 'area']
const vertices = (geometries: MultiPolygon[]) => geometries.flat(3).length
const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)

/** Patches with ragged borders, islands and parts that touch: cells of a bent lattice melted by lot, some left out. */
function patchwork(random: Random, size: number): MultiPolygon[] {
  const corner = lattice(random, size)
  const at = (i: number, j: number): Position => [EASTING + corner(i, j)[0], NORTHING + corner(i, j)[1]]
  const seeds = Array.from({ length: 7 }, () => [random.whole(0, size), random.whole(0, size)] as const)
  const cells = Array.from({ length: size * size }, (_, k) => {
    const [i, j] = [k % size, Math.floor(k / size)]
    const distance = seeds.map(([x, y]) => Math.hypot(x - i, y - j) + random.real(0, 3))
    return {
      key: random.chance(0.03) ? -1 : distance.indexOf(Math.min(...distance)),
      geometry: [[block(at, i, j, i + 1, j + 1)]],
    }
  })
  return [...dissolve(cells.filter(({ key }) => key >= 0)).values()]
}

function assertSameTopology(before: MultiPolygon[], after: MultiPolygon[]): void {
  assert.deepEqual(after.map((g) => g.map((p) => p.length)), before.map((g) => g.map((p) => p.length))) // biome-ignore format: one row
  for (const geometry of after) {
    const outcome = repairPolygon(geometry)
    assert.ok('geometry' in outcome)
    assert.deepEqual(outcome.repairs.filter(({ kind }) => kind !== 'multipart' && kind !== 'touching-rings'), []) // biome-ignore format: one row
  }
  const [all, was] = [union(after), union(before)]
  assert.ok(Math.abs(planarArea(all) - sum(after.map(planarArea))) < 1e-4 * sum(after.map(perimeter)), 'no overlap')
  assert.deepEqual(all.map((p) => p.length).sort(), was.map((p) => p.length).sort(), 'no gap')
}

for (const method of METHODS) {
  test(`a patchwork stays a coverage when it is simplified by ${method}`, () => {
    for (let n = 0; n < 60; n++) {
      const random = new Random(caseSeed(3, n))
      const patches = patchwork(random, 14)
      for (const tolerance of [0, 3, 10, 40, 1e6]) {
        const simple = simplifyCoverage(patches, tolerance, method)
        assertSameTopology(patches, simple)
        assert.ok(vertices(simple) <= vertices(patches))
        assert.deepEqual(simplifyCoverage(patches.toReversed(), tolerance, method).reverse(), simple)
      }
      assert.ok(vertices(simplifyCoverage(patches, 10, method)) < 0.8 * vertices(patches))
    }
  })
}

test('by distance no vertex of the old border is farther from the new one than the tolerance', () => {
  for (let n = 0; n < 20; n++) {
    const patches = patchwork(new Random(caseSeed(4, n)), 10)
    const simple = simplifyCoverage(patches, 8)
    patches.forEach((geometry, i) => {
      const edges = simple[i]!.flat().flatMap((ring) => ring.slice(1).map((b, k) => [ring[k]!, b] as const))
      for (const vertex of geometry.flat(2)) {
        assert.ok(Math.min(...edges.map(([a, b]) => nearestOnSegment(vertex, a, b).distance)) <= 8 + 1e-9)
      }
    })
  }
})

//  10 +----*----+        a house stands between the ragged border and the straight line it would become:
//     |  1  \ 2 |        the border keeps the vertex that leads round it
//     | h   *  |
//   0 +----*---+
test('a border does not pass over what stands beside it', () => {
  const border: Position[] = [[5, 10], [7, 5], [5, 0]] // biome-ignore format: one row
  const west: MultiPolygon = [[[[0, 0], [5, 0], [7, 5], [5, 10], [0, 10], [0, 0]], [[5.5, 4.8], [5.5, 5.2], [6.2, 5.2], [6.2, 4.8], [5.5, 4.8]]]] // biome-ignore format: one row
  const east: MultiPolygon = [[[...border.toReversed(), [12, 10], [12, 0], [5, 0]]]]
  const house: MultiPolygon = [[west[0]![1]!.toReversed()]]
  for (const method of METHODS) {
    assert.ok(
      simplifyCoverage([west, east, house], 100, method)[1]!
        .flat(2)
        .some(([x]) => x === 7),
    )
    assert.ok(!simplifyCoverage([[[west[0]![0]!]], east], 5, method)[1]!.flat(2).some(([x]) => x === 7)) // biome-ignore format: one row
  }
})

test('neighbours whose common border lacks a vertex on one side get it, and stay together', () => {
  const [long, left, right] = simplifyCoverage(
    [rectangle(0, 0, 10, 5), rectangle(0, 5, 4, 9), rectangle(4, 5, 10, 9)],
    1,
  )
  assert.ok(long!.flat(2).some(([x, y]) => x === 4 && y === 5))
  assert.equal(planarArea(union([long!, left!, right!])), 90)
})

test('plots keep three corners whatever the tolerance, two that make a lens do not fall together', () => {
  const lens: MultiPolygon[] = [[[[[0, 0], [10, 0], [5, 1], [0, 0]]]], [[[[0, 0], [5, -1], [10, 0], [0, 0]]]]] // biome-ignore format: one row
  for (const method of METHODS) {
    assert.deepEqual(simplifyCoverage(lens, 100, method).map((g) => g[0]![0]!.length), [4, 4]) // biome-ignore format: one row
    assert.equal(planarArea(simplifyCoverage([rectangle(0, 0, 3, 2)], 1000, method)[0]!), 3)
    assert.deepEqual(simplifyCoverage([], 1, method), [])
  }
})
