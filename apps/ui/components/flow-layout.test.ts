import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type FlowNode, layOut } from './flow-layout.ts'

const node = (id: string, ...next: string[]): FlowNode => ({ id, title: { zh: id, en: id }, next })

test('alternatives stand side by side and meet again, and a way back is not drawn', () => {
  const { places, arrows, ranks, breadth } = layOut([
    node('sort', 'office', 'field'),
    node('office', 'review'),
    node('field', 'review'),
    node('review', 'end', 'sort'),
    node('end'),
  ])
  const at = Object.fromEntries(places.map(({ id, rank, place }) => [id, [rank, place]]))
  assert.deepEqual(at, { sort: [0, 0], office: [1, 0], field: [1, 1], review: [2, 0], end: [3, 0] })
  assert.deepEqual([ranks, breadth], [4, 2])
  assert.equal(
    arrows.some(({ from, to }) => from.id === 'review' && to.id === 'sort'),
    false,
  )
})
