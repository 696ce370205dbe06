import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MultiPolygon } from '../types.ts'
import { boundingBox, boxesMeet } from './bounding-box.ts'
import { centroid } from './centroid.ts'
import { containsPoint, sideOfRing } from './contains-point.ts'
import { perimeter } from './perimeter.ts'
import { pointOnSurface } from './point-on-surface.ts'

//  10 +---------+
//     |  +---+  |
//     |  |   |  |     20..30: a second part
//     |  +---+  |
//   0 +---------+
//     0  3   7  10
const FRAME: MultiPolygon = [
  [
    [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
      [0, 0],
    ],
    [
      [3, 3],
      [3, 7],
      [7, 7],
      [7, 3],
      [3, 3],
    ],
  ],
]

test('a frame is measured with its hole', () => {
  assert.equal(perimeter(FRAME), 56)
  assert.deepEqual(boundingBox(FRAME), [0, 0, 10, 10])
  assert.deepEqual(centroid(FRAME), [5, 5])
})

test('the label point of a frame lies in the frame, not in its hole', () => {
  const point = pointOnSurface(FRAME)!
  assert.ok(containsPoint(FRAME, point))
  assert.equal(sideOfRing(FRAME[0]![1]!, point), -1)
})

test('the boundary belongs to the area, the hole does not', () => {
  assert.ok(containsPoint(FRAME, [0, 0]))
  assert.ok(containsPoint(FRAME, [10, 4]))
  assert.ok(containsPoint(FRAME, [3, 5]))
  assert.ok(containsPoint(FRAME, [1, 5]))
  assert.ok(!containsPoint(FRAME, [5, 5]))
  assert.ok(!containsPoint(FRAME, [11, 10]))
  assert.ok(!containsPoint(FRAME, [-1, 0]))
})

test('nothing has no centre, no label point, and meets no box', () => {
  assert.equal(centroid([]), undefined)
  assert.equal(pointOnSurface([[[]]]), undefined)
  assert.ok(!boxesMeet(boundingBox([]), [0, 0, 1, 1]))
})
