import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { overlayFaces } from '../arrangement/overlay-faces.ts'
import { planarArea } from '../measures/planar-area.ts'
import { assertNoded, assertValid, coveredArea, plot, rectangle, tangle } from '../sample-geometries.testing.ts'
import type { MultiPolygon } from '../types.ts'
import { difference } from './difference.ts'
import { dissolve } from './dissolve.ts'
import { intersection } from './intersection.ts'
import { split } from './split.ts'
import { union } from './union.ts'

const near = (a: number, b: number, tolerance = 0.01) =>
  assert.ok(Math.abs(a - b) <= tolerance, `${a} and ${b} differ by ${a - b}`)

//  6      +-------+
//  4  +---+---+   |
//     | a | ab| b |
//  2  |   +---+---+
//  0  +-------+
//     0   2   4   6
const A = rectangle(0, 0, 4, 4)
const B = rectangle(2, 2, 6, 6)

test('two squares that overlap make three faces', () => {
  const faces = overlayFaces([
    { id: 'a', geometry: A },
    { id: 'b', geometry: B },
  ])
  assert.deepEqual(
    faces.map(({ inputs, geometry }) => [inputs.join(), planarArea(geometry)]),
    [
      ['a', 12],
      ['a,b', 4],
      ['b', 12],
    ],
  )
  assertNoded(faces.map(({ geometry }) => geometry))
  assert.deepEqual(intersection(A, B), rectangle(2, 2, 4, 4))
  assert.equal(planarArea(union([A, B])), 28)
})

test('an island in a hole in a square is found and kept apart', () => {
  const frame = difference(rectangle(0, 0, 9, 9), [rectangle(2, 2, 7, 7)])
  assert.equal(frame[0]!.length, 2)
  const withIsland = union([frame, rectangle(4, 4, 5, 5)])
  assert.equal(withIsland.length, 2)
  assert.equal(planarArea(withIsland), 57)
})

//  +-------+     the hole touches the outer ring at *: one part, two rings, no vertex twice
//  |  /\   |
//  * /  \  |
//  |  \/   |
test('a hole that touches the outer ring stays a hole', () => {
  const hole: MultiPolygon = [[[[0, 5], [3, 8], [6, 5], [3, 2], [0, 5]]]] // biome-ignore format: one row
  const rest = difference(rectangle(0, 0, 9, 9), [hole])
  assertValid(rest)
  assert.deepEqual(rest.map((polygon) => polygon.length), [2]) // biome-ignore format: one row
})

test('squares that touch at a corner stay two parts, squares with a common side become one', () => {
  assert.equal(union([rectangle(0, 0, 1, 1), rectangle(1, 1, 2, 2)]).length, 2)
  assert.equal(union([rectangle(0, 0, 1, 1), rectangle(1, 0, 2, 1)]).length, 1)
})

test('pieces of a clue over a layer name the features that cover them', () => {
  const pieces = split(rectangle(0, 0, 10, 2), [
    { id: 1, geometry: rectangle(-5, -5, 4, 5) },
    { id: 2, geometry: rectangle(4, -5, 8, 5) },
    { id: 3, geometry: rectangle(100, 100, 101, 101) },
  ])
  assert.deepEqual(
    pieces.map(({ features, geometry }) => [features, planarArea(geometry)]),
    [
      [[1], 8],
      [[2], 8],
      [[], 4],
    ],
  )
})

test('dissolving by village melts inner borders only', () => {
  const villages = dissolve([
    { key: 'east', geometry: rectangle(2, 0, 3, 1) },
    { key: 'west', geometry: rectangle(0, 0, 1, 1) },
    { key: 'west', geometry: rectangle(1, 0, 2, 1) },
  ])
  assert.equal(villages.get('west')!.length, 1)
  assert.equal(planarArea(villages.get('west')!), 2)
  assert.deepEqual(villages.get('east'), rectangle(2, 0, 3, 1))
})

test('areas are conserved at 8-digit eastings: A = A∩B + A−B, A∪B = A + B − A∩B', () => {
  fc.assert(
    fc.property(plot, plot, (a, b) => {
      const both = planarArea(intersection(a, b))
      near(planarArea(a), both + planarArea(difference(a, [b])))
      near(planarArea(b), both + planarArea(difference(b, [a])))
      near(planarArea(union([a, b])), planarArea(a) + planarArea(b) - both)
    }),
    { numRuns: 500 },
  )
})

test('the order of the inputs changes nothing', () => {
  fc.assert(
    fc.property(plot, plot, plot, (a, b, c) => {
      assert.deepEqual(intersection(a, b), intersection(b, a))
      assert.deepEqual(union([a, b, c]), union([c, a, b]))
      const inputs = [a, b, c].map((geometry, id) => ({ id, geometry }))
      const sorted = (faces: ReturnType<typeof overlayFaces<number>>) =>
        faces.map(({ geometry, inputs }) => ({ geometry, inputs: inputs.sort() }))
      assert.deepEqual(sorted(overlayFaces(inputs)), sorted(overlayFaces(inputs.toReversed())))
    }),
    { numRuns: 200 },
  )
})

test('pieces of a plot over other plots are valid, share their vertices, and add up to the plot', () => {
  fc.assert(
    fc.property(plot, fc.array(plot, { maxLength: 6 }), (subject, others) => {
      const pieces = split(subject, others.map((geometry, id) => ({ id, geometry }))) // biome-ignore format: one row
      for (const { geometry } of pieces) assertValid(geometry)
      assertNoded(pieces.map(({ geometry }) => geometry))
      near(
        pieces.reduce((sum, { geometry }) => sum + planarArea(geometry), 0),
        planarArea(subject),
      )
    }),
    { numRuns: 150 },
  )
})

test('crossing, doubled and collapsed rings are taken even-odd and come out valid', () => {
  fc.assert(
    fc.property(tangle, tangle, (a, b) => {
      const both = intersection(a, b)
      const rest = difference(a, [b])
      for (const geometry of [both, rest, union([a, b])]) assertValid(geometry)
      near(coveredArea(a), planarArea(both) + planarArea(rest), 0.01)
      assertNoded([both, rest, difference(b, [a])])
    }),
    { numRuns: 400 },
  )
})

test('moving everything by whole metres moves the result by the same', () => {
  const metres = fc.integer({ min: -40000000, max: 40000000 })
  fc.assert(
    fc.property(tangle, tangle, metres, metres, (a, b, dx, dy) => {
      const moved = (g: MultiPolygon): MultiPolygon =>
        g.map((p) =>
          p.map((r) => r.map(([x, y]) => [Math.round((x + dx) * 1e4) / 1e4, Math.round((y + dy) * 1e4) / 1e4])),
        )
      assert.deepEqual(intersection(moved(a), moved(b)), moved(intersection(a, b)))
    }),
    { numRuns: 300 },
  )
})

test('a coordinate that is no number is refused, nothing overlaps nothing', () => {
  assert.throws(() => union([[[[[0, 0], [Number.NaN, 1], [1, 1], [0, 0]]]]]), RangeError) // biome-ignore format: one row
  assert.deepEqual(intersection([], A), [])
  assert.deepEqual(union([]), [])
  assert.deepEqual(union([[[]], [[[[0, 0]]]]]), [])
})
