import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { levelAreas } from '../measures/level-areas.ts'
import { planarArea } from '../measures/planar-area.ts'
import { difference } from '../overlay/difference.ts'
import { split } from '../overlay/split.ts'
import { TOLERANCE } from '../repair/clean-ring.ts'
import { assertNoded, assertValid, EASTING, NORTHING, plot, rectangle } from '../sample-geometries.testing.ts'
import type { MultiPolygon, Position } from '../types.ts'
import { boundaryPoints } from './boundary-points.ts'
import { clip } from './clip.ts'
import { insertJunctions } from './insert-junctions.ts'
import { mergePolygons } from './merge-polygons.ts'
import { nearestOnRing } from './ring-path.ts'
import { simplify } from './simplify.ts'
import { splitByLine } from './split-by-line.ts'

//  10 +----*----+
//     |  1 | 2  |
//   0 +----*----+
//     0    4    10
test('a line across a plot makes two that share its vertices', () => {
  const parts = splitByLine(rectangle(0, 0, 10, 10), [
    [4, -5],
    [4, 20],
  ])
  assert.deepEqual(parts, [rectangle(0, 0, 4, 10), rectangle(4, 0, 10, 10)])
})

test('a line that ends inside, misses or only touches cuts nothing', () => {
  const square = rectangle(0, 0, 10, 10)
  const areas = (line: Position[]) => splitByLine(square, line).map(planarArea)
  assert.deepEqual(areas([[4, -5], [4, 5]]), [100]) // biome-ignore format: one row
  assert.deepEqual(areas([[40, -5], [40, 5]]), [100]) // biome-ignore format: one row
  assert.deepEqual(areas([[0, -5], [0, 15]]), [100]) // biome-ignore format: one row
  assert.deepEqual(areas([]), [100])
})

test('a line drawn round cuts an island out, a line across a hole cuts the frame in two', () => {
  const loop: Position[] = [[2, 2], [5, 2], [5, 5], [2, 5], [2, 2]] // biome-ignore format: one row
  const parts = splitByLine(rectangle(0, 0, 10, 10), loop)
  assert.deepEqual(parts.map(planarArea).sort(), [9, 91])
  const frame: MultiPolygon = [[rectangle(0, 0, 10, 10)[0]![0]!, loop]]
  assert.deepEqual(splitByLine(frame, [[3, -1], [3, 11]]).map(planarArea).sort((a, b) => a - b), [27, 64]) // biome-ignore format: one row
})

test('parts of any plot cut by any line are valid and add up', () => {
  const place = fc.tuple(fc.integer({ min: -50, max: 250 }), fc.integer({ min: -50, max: 250 }))
  const line = fc.array(place, { minLength: 2, maxLength: 5 })
  fc.assert(
    fc.property(plot, line, (geometry, stops) => {
      const parts = splitByLine(geometry, stops.map(([x, y]): Position => [EASTING + x, NORTHING + y])) // biome-ignore format: one row
      for (const part of parts) assertValid(part)
      assertNoded(parts)
      assert.ok(Math.abs(parts.map(planarArea).reduce((a, b) => a + b, 0) - planarArea(geometry)) < 0.01)
    }),
    { numRuns: 300 },
  )
})

test('several lines work together, over holes and over one another', () => {
  const square = rectangle(0, 0, 12, 12)
  const frame: MultiPolygon = [[square[0]![0]!, rectangle(4, 4, 8, 8)[0]![0]!]]
  const cross: Position[][] = [[[6, -1], [6, 13]], [[-1, 6], [13, 6]]] // biome-ignore format: one row
  assert.deepEqual(splitByLine(square, ...cross).map(planarArea), [36, 36, 36, 36])
  assert.deepEqual(splitByLine(frame, ...cross).map(planarArea), [32, 32, 32, 32])
  const meeting: Position[][] = [[[-1, 3], [6, 3]], [[6, 3], [6, -1]], [[9, 9], [10, 10]]] // biome-ignore format: one row
  assert.deepEqual(splitByLine(square, ...meeting).map(planarArea).sort((a, b) => a - b), [18, 126]) // biome-ignore format: one row
  // A line from the hole to the outer ring opens the frame, but does not part it; a second one does.
  assert.deepEqual(splitByLine(frame, [[6, 6], [6, 13]]).map(planarArea), [128]) // biome-ignore format: one row
  assert.deepEqual(splitByLine(frame, [[6, 6], [6, 13]], [[6, 6], [13, 6]]).map(planarArea).sort((a, b) => a - b), [32, 96]) // biome-ignore format: one row
})

test('what is clipped lies in the window and has its area', () => {
  const square = rectangle(0, 0, 10, 10)
  assert.deepEqual(clip(square, [-1, -1, 11, 11]), square)
  assert.deepEqual(clip(square, [20, 20, 30, 30]), [])
  assert.deepEqual(clip(square, [10, 0, 20, 10]), [])
  assert.deepEqual(clip(square, [4, -5, 20, 5]), rectangle(4, 0, 10, 5))
  assert.deepEqual(clip(square, rectangle(4, -5, 20, 5)), rectangle(4, 0, 10, 5))
  fc.assert(
    fc.property(plot, fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }), (geometry, x, y) => {
      const [midX, midY] = [EASTING + x, NORTHING + y]
      const far = 1e4
      const quarters = (
        [
          [-far, -far, 0, 0],
          [0, -far, far, 0],
          [-far, 0, 0, far],
          [0, 0, far, far],
        ] as const
      ).map(
        // biome-ignore format: one row
        ([a, b, c, d]) => clip(geometry, [midX + a, midY + b, midX + c, midY + d]),
      )
      for (const quarter of quarters) assertValid(quarter)
      const total = quarters.map(planarArea).reduce((a, b) => a + b, 0)
      assert.ok(Math.abs(total - planarArea(geometry)) < 0.01)
    }),
    { numRuns: 200 },
  )
})

//   5 +---------+
//     |  piece  |     the piece's lower corners lie in the neighbour's upper edge, one of them half a millimetre above
//   0 +-*-----*-+
test('corners of a piece that lie in the edge of a neighbour are inserted there', () => {
  const neighbour = rectangle(0, -5, 10, 0)
  const piece: MultiPolygon = [[[[2, 0], [7, 0.0005], [7, 4], [2, 4], [2, 0]]]] // biome-ignore format: one row
  const [joined, other] = insertJunctions([neighbour, rectangle(20, 0, 30, 5)], [piece])
  assert.deepEqual(joined![0]![0], [[0, -5], [10, -5], [10, 0], [7, 0.0005], [2, 0], [0, 0], [0, -5]]) // biome-ignore format: one row
  assert.deepEqual(other, rectangle(20, 0, 30, 5))
  assert.equal(insertJunctions([neighbour], [rectangle(0, 0, 10, 5)])[0], neighbour)
  assert.equal(insertJunctions([neighbour], [])[0], neighbour)
  assert.deepEqual(insertJunctions([neighbour], [rectangle(2, 0.002, 7, 4)]), [neighbour])
})

test('pieces of a plot and the plots round it share all vertices once junctions are inserted, but those a millimetre from an end', () => {
  fc.assert(
    fc.property(plot, plot, (a, b) => {
      const pieces = split(a, [{ id: 1, geometry: b }]).map(({ geometry }) => geometry)
      const rest = difference(rectangle(EASTING - 500, NORTHING - 500, EASTING + 900, NORTHING + 900), [a])
      const [joined] = insertJunctions([rest], pieces)
      const known = new Set(joined!.flat(2).map(String))
      const onBorder = (vertex: Position) => a.flat().some((ring) => nearestOnRing(ring, vertex).distance < 1e-4)
      const isTakenForEnd = ([x, y]: Position) => joined!.flat(2).some((end) => Math.hypot(x - end[0], y - end[1]) <= TOLERANCE) // biome-ignore format: one line
      for (const vertex of pieces.flat(3).filter(onBorder))
        assert.ok(known.has(String(vertex)) || isTakenForEnd(vertex), `${vertex}`)
    }),
    { numRuns: 200 },
  )
})

test('plots merge along a common border, not at a corner and not at a distance', () => {
  assert.deepEqual(mergePolygons([rectangle(0, 0, 4, 10), rectangle(4, 0, 10, 10)])!.map((p) => p.length), [1]) // biome-ignore format: one row
  assert.equal(mergePolygons([rectangle(0, 0, 1, 1), rectangle(1, 1, 2, 2)]), undefined)
  assert.equal(mergePolygons([rectangle(0, 0, 1, 1), rectangle(5, 0, 6, 1)]), undefined)
})

//  J1 --- J2
//   |     |      clockwise from the north-west, whatever way and wherever the ring was drawn from
//  J4 --- J3
test('boundary points are numbered clockwise from the north-west', () => {
  const points = boundaryPoints(rectangle(0, 0, 10, 5))
  assert.deepEqual(
    points.map(({ number, position, toNext }) => [number, position, toNext]),
    [
      ['J1', [0, 5], 10],
      ['J2', [10, 5], 5],
      ['J3', [10, 0], 10],
      ['J4', [0, 0], 5],
    ],
  )
})

test('numbers run on through a hole, counter-clockwise, and a shared vertex keeps its number', () => {
  const hole: Position[] = [[0, 5], [4, 4], [4, 2], [0, 5]] // biome-ignore format: one row
  const points = boundaryPoints([[rectangle(0, 0, 10, 5)[0]![0]!, hole]])
  assert.deepEqual(points.slice(4).map(({ number, ring }) => [number, ring]), [['J1', 2], ['J5', 2], ['J6', 2]]) // biome-ignore format: one row
  assert.deepEqual(points[5]!.position, [4, 2])
})

test('plots of one project that share corners share their numbers', () => {
  const points = boundaryPoints([...rectangle(0, 0, 10, 5), ...rectangle(10, 0, 20, 5)])
  assert.deepEqual(points.map(({ part, number }) => `${part} ${number}`), ['1 J1', '1 J2', '1 J3', '1 J4', '2 J2', '2 J5', '2 J6', '2 J3']) // biome-ignore format: one row
})

test('levelled areas add up to their control to the last unit', () => {
  assert.deepEqual(levelAreas([10, 30, 20], 60.04), [10.01, 30.02, 20.01])
  assert.deepEqual(levelAreas([10, 30, 20], 59.98), [10, 29.99, 19.99])
  assert.deepEqual(levelAreas([5, 5, 5], 15.01), [5.01, 5, 5])
  assert.deepEqual(levelAreas([1.005], 1.01), [1.01])
  assert.throws(() => levelAreas([], 1), RangeError)
  assert.throws(() => levelAreas([0.01, 100], 50), RangeError)
  const area = fc.double({ min: 10, max: 1e7, noNaN: true })
  fc.assert(
    fc.property(fc.array(area, { minLength: 1, maxLength: 50 }), fc.integer({ min: -400, max: 400 }), (values, off) => {
      const units = (n: number) => Math.round(n * 100)
      const control = (values.map((v) => units(v)).reduce((a, b) => a + b) + off) / 100
      assert.equal(levelAreas(values, control).map(units).reduce((a, b) => a + b), units(control)) // biome-ignore format: one row
    }),
  )
})

test('simplifying keeps the shape within the tolerance and never less than a triangle', () => {
  const wavy: MultiPolygon = [[[[0, 0], [5, 0.05], [10, 0], [10, 5], [10, 10], [5, 9.98], [0, 10], [0, 0]]]] // biome-ignore format: one row
  assert.deepEqual(simplify(wavy, 0.1), rectangle(0, 0, 10, 10))
  assert.equal(simplify(wavy, 1000)[0]![0]!.length, 4)
  assert.deepEqual(simplify(wavy, 0), [[wavy[0]![0]!.filter(([x, y]) => !(x === 10 && y === 5))]])
})
