import assert from 'node:assert/strict'
import { test } from 'node:test'
import { insideTransaction, Turnstile } from './turnstile.ts'

test('holders go through one at a time, in the order they came', async () => {
  const turnstile = new Turnstile()
  const passed: string[] = []
  await turnstile.enter()
  const others = ['Fang', 'Min', 'Qiang'].map(async (name) => {
    await turnstile.enter()
    passed.push(name)
    turnstile.leave()
  })
  assert.deepEqual(passed, [])
  turnstile.leave()
  await Promise.all(others)
  assert.deepEqual(passed, ['Fang', 'Min', 'Qiang'])
})

test('whoever asks for the connection from inside a transaction is refused, not left to wait for itself', async () => {
  const turnstile = new Turnstile()
  await turnstile.enter()
  await assert.rejects(
    insideTransaction(() => turnstile.enter()),
    /pass trx on instead/,
  )
  turnstile.leave()
  await turnstile.enter()
})
