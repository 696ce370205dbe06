import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Ring } from '../geometry/types.ts'
import { groupRings } from './rings.ts'

const box = (x: number, y: number, side: number, clockwise = true): Ring => {
  const ring: Ring = [
    [x, y],
    [x, y + side],
    [x + side, y + side],
    [x + side, y],
    [x, y],
  ]
  return clockwise ? ring : ring.reverse()
}

test('a hole goes to the smallest outer ring around it, wherever it stands in the file', () => {
  const [lake, island, pond] = [box(0, 0, 100), box(20, 20, 60), box(40, 40, 10, false)]
  const shore = box(10, 10, 80, false)
  const { geometry, findings } = groupRings([pond, lake, shore, island])
  assert.deepEqual(geometry, [
    [lake, shore],
    [island, pond],
  ])
  assert.deepEqual(findings, [])
})

test('rings all drawn the other way round are sorted by how they nest, and that is reported', () => {
  const [outer, hole, inner] = [box(0, 0, 100, false), box(20, 20, 60, false), box(40, 40, 10, false)]
  const { geometry, findings } = groupRings([inner, hole, outer])
  assert.deepEqual(geometry, [[outer, hole], [inner]])
  assert.deepEqual(findings, [{ code: 'formats.row.ring-direction', params: { rings: 3 } }])
})

test('a hole that touches its outer ring at a vertex belongs to it', () => {
  const touching: Ring = [
    [0, 0],
    [50, 20],
    [20, 50],
    [0, 0],
  ]
  assert.deepEqual(
    groupRings([box(0, 0, 100), touching]).geometry.map((polygon) => polygon.length),
    [2],
  )
})

test('ten thousand rings are grouped within a second of processor time', () => {
  const rings = Array.from({ length: 5000 }, (_, index) => [
    box(index * 10, 0, 8),
    box(index * 10 + 2, 2, 4, false),
  ]).flat()
  const start = process.cpuUsage()
  assert.equal(groupRings(rings).geometry.length, 5000)
  assert.ok(process.cpuUsage(start).user < 1_000_000)
})
