import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type FlowNode, goneOf, layOut } from './flow-layout.ts'

const node = (id: string, ...next: string[]): FlowNode => ({ id, title: { zh: id, en: id }, next })
const at = ({ places }: ReturnType<typeof layOut>) =>
  Object.fromEntries(places.map(({ id, rank, x }) => [id, [rank, x]]))

test('alternatives stand side by side below what leads to them and meet again; a way back is not drawn', () => {
  const laid = layOut([
    node('sort', 'office', 'field'),
    node('office', 'review'),
    node('field', 'review'),
    node('review', 'end', 'sort'),
    node('end'),
  ])
  assert.deepEqual(at(laid), { sort: [0, 0.5], office: [1, 0], field: [1, 1], review: [2, 0.5], end: [3, 0.5] })
  assert.deepEqual([laid.ranks, laid.breadth, laid.lanes], [4, 1, 0])
  assert.equal(
    laid.arrows.some(({ from, to }) => from.id === 'review' && to.id === 'sort'),
    false,
  )
})

test('steps of a branch stand in one column, and no two boxes overlap', () => {
  const laid = layOut([
    node('a', 'x', 'y', 'z'),
    ...['x', 'y', 'z'].map((id) => node(id, `${id}2`)),
    ...['x', 'y', 'z'].map((id) => node(`${id}2`, 'b')),
    node('b'),
  ])
  const places = at(laid)
  for (const id of ['x', 'y', 'z']) assert.equal(places[id]![1], places[`${id}2`]![1])
  assert.deepEqual([places.a![1], places.b![1], laid.breadth], [1, 1, 2])
})

test('a rank does not stand out beyond a broader one above', () => {
  const laid = layOut([
    node('a', 'x', 'y', 'z'),
    node('x', 'p', 'q'),
    node('y', 'q', 'r'),
    node('z', 'q'),
    ...['p', 'q', 'r'].map((id) => node(id)),
  ])
  assert.equal(laid.breadth, 2)
})

test('an arrow past other steps goes straight where their column is free, else around', () => {
  const laid = layOut([node('a', 'b', 'c'), node('b', 'c', 'd'), node('c', 'd'), node('d')])
  const around = laid.arrows.flatMap(({ from, to, lane }) => (lane === undefined ? [] : `${from.id}${to.id} ${lane}`))
  assert.deepEqual(around, ['ac 0', 'bd 1'])
})

test('the way that was gone leads through every step that is done, not past it', () => {
  const { arrows } = layOut([node('a', 'b', 'c'), node('b', 'c', 'no'), node('c', 'd'), node('no'), node('d')])
  const told = (...done: string[]) =>
    goneOf(arrows, { ...Object.fromEntries(done.map((id) => [id, 'done'] as const)), d: 'current' }).map(
      ({ from, to }) => from.id + to.id,
    )
  assert.deepEqual(told('a', 'b', 'c'), ['ab', 'bc', 'cd'])
  assert.deepEqual(told('a', 'c'), ['ac', 'cd'])
})
