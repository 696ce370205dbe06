import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { demoWorld } from '../../../testing/world.ts'
import { loadHomesteads } from './load-homesteads.ts'

test('the demo homesteads stand at nearly every step, some were changed in earlier months', async () => {
  const { world, end } = await demoWorld()
  try {
    await loadHomesteads(world)
    const open = await sql<{
      step: string
    }>`select distinct step from task where state = 'open' and business = 'ownership.homestead'`.execute(
      world.database.db,
    )
    const steps = open.rows.map(({ step }) => step)
    for (const step of ['verify', 'assign', 'draw', 'quality', 'slip', 'confirm'])
      assert.ok(steps.includes(step), `${step} of ${steps}`)
    const ended = await sql<{
      result: string
      days: number
    }>`select result, (extract(epoch from now() - closed_at) / 86400)::int as days
      from case_ where state = 'ended' and business = 'ownership.homestead'`.execute(world.database.db)
    assert.equal(ended.rows.length, 4)
    assert.ok(ended.rows.every(({ result, days }) => result === 'completed' && days > 30))
  } finally {
    await end()
  }
})
