import assert from 'node:assert/strict'
import { test } from 'node:test'
import { planarArea } from '../measures/planar-area.ts'
import { union } from '../overlay/union.ts'
import { caseSeed, Random } from '../proof/random.testing.ts'
import { block, lattice } from '../proof/shapes.testing.ts'
import { assertNoded, assertValid, EASTING, NORTHING, rectangle } from '../sample-geometries.testing.ts'
import type { MultiPolygon, Position } from '../types.ts'
import { reshape } from './reshape.ts'

function reshaped(plots: MultiPolygon[], place: number, line: Position[], snap?: number): MultiPolygon[] {
  const outcome = reshape(plots, place, line, snap)
  if ('refused' in outcome) throw new assert.AssertionError({ message: outcome.refused })
  return outcome.geometries
}

//  10 +----+----+
//     | w  | e  |
//   0 +----+----+
//     0    5    10
const WEST = rectangle(0, 0, 5, 10)
const EAST = rectangle(5, 0, 10, 10)

test('a new border between two plots moves both, whichever of them is reshaped', () => {
  const line: Position[] = [[5, 2], [7, 5], [5, 8]] // biome-ignore format: one row
  const corners: MultiPolygon = [[[[0, 0], [5, 0], [5, 2], [7, 5], [5, 8], [5, 10], [0, 10], [0, 0]]]] // biome-ignore format: one row
  assert.deepEqual(reshaped([WEST, EAST], 0, line)[0], corners)
  assert.deepEqual(reshaped([WEST, EAST], 1, line), reshaped([WEST, EAST], 0, line.toReversed()))
  assert.deepEqual(reshaped([WEST, EAST], 1, line).map(planarArea), [56, 44])
})

test('ends near the border are taken on to it, ends away from it are refused', () => {
  const line: Position[] = [[5.02, 2], [7, 5], [4.97, 8]] // biome-ignore format: one row
  assert.deepEqual(reshaped([WEST, EAST], 0, line, 0.05).map(planarArea), [56, 44])
  assert.deepEqual(reshape([WEST, EAST], 0, line, 0.01), { refused: 'ends-off-boundary', place: 0 })
  assert.deepEqual(reshape([WEST, EAST], 0, [[5, 2]]), { refused: 'ends-off-boundary', place: 0 })
  assert.deepEqual(reshape([WEST, EAST], 0, []), { refused: 'ends-off-boundary', place: 0 })
})

test('a line on both sides of the border gives and takes', () => {
  const line: Position[] = [[5, 0], [3, 2.5], [5, 5], [7, 7.5], [5, 10]] // biome-ignore format: one row
  assert.deepEqual(reshaped([WEST, EAST], 0, line).map(planarArea), [50, 50])
  assert.ok(Math.abs(planarArea(reshaped([WEST, EAST], 0, [[5, 0], [2, 5], [6, 6], [5, 10]])[0]!) - 43.5) < 0.01) // biome-ignore format: one row
})

//  10 +----+----+      where the border of the two eastern plots meets the western one it is carried on, to the
//     |   /| ne |      nearest point of the new line; a plot beyond the line is left alone, the same object
//     | w *+----+
//     |   \| se |
//   0 +----+----+
test('what a plot loses goes to those that border on it there', () => {
  const [northEast, southEast, far] = [rectangle(5, 4, 10, 10), rectangle(5, 0, 10, 4), rectangle(10, 0, 20, 10)]
  const plots = reshaped([WEST, northEast, southEast, far], 0, [[5, 0], [3, 4], [5, 10]]) // biome-ignore format: one row
  assert.deepEqual(plots.map(planarArea), [40, 36.8, 23.2, 100])
  assert.ok(plots[1]!.flat(2).some(([x, y]) => Math.hypot(x - 3.4, y - 3.2) < 0.001))
  assert.equal(plots[3], far)
})

test('on the outer border a plot grows into nothing and shrinks to nothing', () => {
  const [grown, same] = reshaped([WEST, EAST], 0, [[0, 2], [-3, 5], [0, 8]]) // biome-ignore format: one row
  assert.equal(planarArea(grown!), 59)
  assert.equal(same, EAST)
  assert.equal(planarArea(reshaped([WEST, EAST], 0, [[0, 2], [3, 5], [0, 8]])[0]!), 41) // biome-ignore format: one row
  const over = reshape([WEST, rectangle(5, 4, 6, 6)], 0, [[5, 1], [9, 1], [9, 9], [5, 9]]) // biome-ignore format: one row
  assert.deepEqual(over, { refused: 'nothing-left', place: 1 })
})

test('after any reshaping the plots still cover the same, without gap or overlap, and share their vertices', () => {
  for (let n = 0; n < 400; n++) {
    const random = new Random(caseSeed(9, n))
    const corner = lattice(random, 4)
    const at = (i: number, j: number): Position => [EASTING + corner(i, j)[0], NORTHING + corner(i, j)[1]]
    const plots = Array.from({ length: 16 }, (_, k): MultiPolygon => [[block(at, k % 4, k >> 2, (k % 4) + 1, (k >> 2) + 1)]]) // biome-ignore format: one row
    const place = random.pick([5, 6, 9, 10])
    const ring = plots[place]![0]![0]!
    const onRing = () => {
      const k = random.whole(1, ring.length - 1)
      const t = random.next()
      return [ring[k - 1]![0] + t * (ring[k]![0] - ring[k - 1]![0]), ring[k - 1]![1] + t * (ring[k]![1] - ring[k - 1]![1])] as Position // biome-ignore format: one row
    }
    const bends = Array.from({ length: random.whole(0, 3) }, (): Position => [EASTING + random.real(8, 36), NORTHING + random.real(8, 36)]) // biome-ignore format: one row
    const outcome = reshape(plots, place, [onRing(), ...bends, onRing()])
    if ('refused' in outcome) continue
    for (const geometry of outcome.geometries) assertValid(geometry)
    assertNoded(outcome.geometries)
    const total = outcome.geometries.map(planarArea).reduce((a, b) => a + b, 0)
    assert.ok(Math.abs(total - planarArea(union(plots))) < 0.01, `case ${n}`)
    assert.ok(Math.abs(total - planarArea(union(outcome.geometries))) < 0.01, `case ${n}`)
    assert.equal(union(outcome.geometries).flat().length, 1, `case ${n}`)
  }
})
