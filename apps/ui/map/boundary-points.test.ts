import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Position } from '../../../kernel/geometry/types.ts'
import { boundaryPoints } from './boundary-points.ts'

const square = (x: number, y: number, side: number): Position[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
]

test('the corners of a parcel are numbered once around, with the length of each boundary line', () => {
  const points = boundaryPoints([[square(36478500, 3650500, 12)]])
  assert.deepEqual(
    points.map(({ number }) => number),
    ['J1', 'J2', 'J3', 'J4'],
  )
  assert.deepEqual(points[1], { number: 'J2', x: 3650500, y: 36478512, length: 12 })
  assert.ok(points.every(({ length }) => length === 12))
})

test('a hole and a second part go on in the numbers', () => {
  const points = boundaryPoints([[square(0, 0, 10), square(2, 2, 2)], [square(20, 0, 5)]])
  assert.equal(points.at(-1)!.number, 'J12')
  assert.equal(points.at(-1)!.length, 5)
})
