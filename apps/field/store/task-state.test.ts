import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { KeptOperation } from './field-database.ts'
import { taskState } from './task-state.ts'

type Act = [kind: string, state: KeptOperation['state']]
const acts = (...list: Act[]) =>
  list.map(([kind, state]) => ({ state, operation: { kind } as KeptOperation['operation'] }))
const task = { reason: 'open', isListed: true, openedAt: '2026-11-22T00:00:00Z' }
const state = (operations: ReturnType<typeof acts>, isDraft = false, reason = 'open') =>
  taskState({ task: { ...task, reason }, operations, patches: isDraft ? [{ isDraft }] : [] })

test('a task goes from new over draft and saved to submitted', () => {
  assert.equal(state([]), 'new')
  assert.equal(state(acts(['task.claim', 'done'])), 'new')
  assert.equal(state([], true), 'draft')
  assert.equal(state(acts(['photo.add', 'waiting'])), 'saved')
  assert.equal(state(acts(['photo.add', 'waiting'], ['task.submit', 'waiting'])), 'submitting')
  assert.equal(state(acts(['photo.add', 'done'], ['task.submit', 'done'])), 'submitted')
})

test('what the server set aside asks for a hand, and work after it goes on', () => {
  assert.equal(state(acts(['photo.add', 'done'], ['task.submit', 'aside'])), 'aside')
  assert.equal(state(acts(['photo.add', 'done'], ['task.submit', 'aside'], ['photo.add', 'waiting'])), 'saved')
})

test('a task that came back says so until something is done', () => {
  assert.equal(state([], false, 'return'), 'returned')
  assert.equal(state(acts(['photo.add', 'waiting']), false, 'return'), 'saved')
})
