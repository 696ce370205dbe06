import assert from 'node:assert/strict'
import { test } from 'node:test'
import { homeModules, moved } from './order.ts'

const pool = ['a', 'b', 'c'].map((code) => ({ code }))
const codes = (modules: { code: string }[]) => modules.map(({ code }) => code).join('')

test('everything is there until somebody chooses; then what they chose, in their order, as far as it is still there', () => {
  assert.equal(codes(homeModules(pool, null)), 'abc')
  assert.equal(codes(homeModules(pool, ['c', 'gone', 'a'])), 'ca')
  assert.equal(codes(homeModules(pool, [])), '')
})

test('a module moves up and down, and stays at an end', () => {
  assert.deepEqual(moved(['a', 'b', 'c'], 2, -1), ['a', 'c', 'b'])
  assert.deepEqual(moved(['a', 'b', 'c'], 0, 2), ['b', 'c', 'a'])
  assert.deepEqual(moved(['a', 'b', 'c'], 0, -1), ['a', 'b', 'c'])
})
