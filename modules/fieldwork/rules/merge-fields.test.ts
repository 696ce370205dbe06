import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MultiPolygon } from '../../../kernel/geometry/types.ts'
import { geometryHash } from './geometry-hash.ts'
import { mergeFields } from './merge-fields.ts'

test('two people change different fields: both count; the same field to different values is a conflict, to the same value none', () => {
  const base = { DLBM: '0301', note: '林地', depth: null }
  const theirs = { DLBM: '0301', note: '林地,有路', depth: 2 }
  assert.deepEqual(mergeFields({ DLBM: '0702' }, { DLBM: '0301' }, theirs), {
    values: { DLBM: '0702' },
    conflicts: [],
  })
  assert.deepEqual(mergeFields({ note: '仓库' }, base, theirs).conflicts, ['note'])
  assert.deepEqual(mergeFields({ depth: 2 }, base, theirs).conflicts, [])
  assert.deepEqual(mergeFields({ note: '林地' }, base, theirs), { values: { note: '林地,有路' }, conflicts: [] })
  assert.deepEqual(mergeFields({ list: [1, { b: 1, a: 2 }] }, {}, { list: [1, { a: 2, b: 1 }] }).conflicts, [])
})

const square: MultiPolygon = [
  [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ],
  ],
]

test('an outline is known again however it is written down, and another one by a centimetre', () => {
  const [[[a, b, c, d]]] = square as unknown as [[[number[], number[], number[], number[]]]]
  const turned = [[[c, d, a, b, c]]] as unknown as MultiPolygon
  const back = [[[a, d, c, b, a]]] as unknown as MultiPolygon
  const twice = [[[a, a, b, c, d, a]]] as unknown as MultiPolygon
  for (const same of [turned, back, twice]) assert.equal(geometryHash(same), geometryHash(square))
  const moved = [[[a, b, c, [0, 1.0000001], a]]] as unknown as MultiPolygon
  assert.notEqual(geometryHash(moved), geometryHash(square))
  const far = square.map((part) => part.map((ring) => ring.map(([x, y]): [number, number] => [x + 5, y])))
  assert.equal(geometryHash([...square, ...far]), geometryHash([...far, ...square]))
  assert.equal(geometryHash([]), '')
})
