import assert from 'node:assert/strict'
import { test } from 'node:test'
import { oneAtATime } from './changes.ts'

test('asked many times while it reads: once more, and not at the same time', async () => {
  const gate = Promise.withResolvers<void>()
  let [now, most, times] = [0, 0, 0]
  const look = oneAtATime(async () => {
    most = Math.max(most, ++now)
    times += 1
    await gate.promise
    now -= 1
  }, assert.ifError)
  const first = look()
  for (let n = 0; n < 5; n++) void look()
  gate.resolve()
  await first
  assert.deepEqual([times, most], [2, 1])
  await look()
  assert.equal(times, 3)
})

test('one that fails is told, and the one asked for meanwhile is done all the same', async () => {
  let times = 0
  const told: unknown[] = []
  const look = oneAtATime(
    async () => {
      if (++times > 1) return
      void look()
      throw new Error('the disk')
    },
    (error) => told.push(error),
  )
  await look()
  assert.deepEqual([times, told.length], [2, 1])
})
