import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { planarArea } from '../measures/planar-area.ts'
import { intersection } from '../overlay/intersection.ts'
import { EASTING, NORTHING, plot, rectangle, tangle } from '../sample-geometries.testing.ts'
import type { MultiPolygon } from '../types.ts'
import { contains, disjoint, equals, intersects, matches, overlaps, touches, within } from './predicates.ts'
import { relate } from './relate.ts'

const at = (minX: number, minY: number, maxX: number, maxY: number) =>
  rectangle(EASTING + minX, NORTHING + minY, EASTING + maxX, NORTHING + maxY)
const SQUARE = at(0, 0, 10, 10)

test('two plots stand in one of these relations', () => {
  const expected: [string, MultiPolygon, string][] = [
    ['the same', at(0, 0, 10, 10), '2FFF1FFF2'],
    ['apart', at(20, 0, 30, 10), 'FF2FF1212'],
    ['apart, with boxes that meet', [[...at(-5, -5, 15, 15)[0]!, at(-1, -1, 11, 11)[0]![0]!]], 'FF2FF1212'],
    ['with a border in common', at(10, 2, 20, 8), 'FF2F11212'],
    ['with a corner in common', at(10, 10, 20, 20), 'FF2F01212'],
    ['inside', at(2, 2, 8, 8), '212FF1FF2'],
    ['inside, along the border', at(0, 2, 8, 8), '212F11FF2'],
    ['across', at(5, 5, 15, 15), '212101212'],
    ['the frame round it', [[...at(-5, -5, 15, 15)[0]!, SQUARE[0]![0]!]], 'FF2F1F212'],
    ['nothing', [], 'FF2FF1FF2'],
  ]
  for (const [name, other, matrix] of expected) assert.equal(relate(SQUARE, other), matrix, name)
})

test('a relation seen from the other side is the transposed one', () => {
  fc.assert(
    fc.property(tangle, tangle, (a, b) => {
      const [matrix, other] = [relate(a, b), relate(b, a)]
      assert.equal([0, 3, 6, 1, 4, 7, 2, 5, 8].map((cell) => other[cell]).join(''), matrix)
      assert.equal(intersects(a, b), intersects(b, a))
      assert.equal(contains(a, b), within(b, a))
    }),
    { numRuns: 500 },
  )
})

test('areas have something in common where they overlap, contain or equal each other, and only there', () => {
  fc.assert(
    fc.property(plot, plot, (a, b) => {
      const inCommon = planarArea(intersection(a, b)) > 0
      assert.equal(overlaps(a, b) || contains(a, b) || within(a, b) || equals(a, b), inCommon)
      assert.equal(disjoint(a, b) || touches(a, b), !inCommon)
      assert.ok(equals(a, a))
    }),
    { numRuns: 300 },
  )
})

test('patterns say what each of the nine cells must be', () => {
  assert.ok(matches('212101212', 'T*T***T**'))
  assert.ok(!matches('212101212', '2FFF1FFF2'))
  assert.ok(!matches('FF2F11212', 'F**T*****'))
})
