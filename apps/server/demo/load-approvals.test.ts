import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { demoWorld } from '../../../testing/world.ts'
import { demoCases } from './approval-cases.ts'
import { loadApprovals } from './load-approvals.ts'

test('the demo approvals stand at nearly every step, two projects with them', async () => {
  const { world, end } = await demoWorld()
  try {
    await loadApprovals(world)
    const { rows } = await sql<{
      step: string
    }>`select distinct step from task where state in ('open', 'claimed', 'suspended')
      and starts_with(business, 'approvals.')`.execute(world.database.db)
    const steps = rows.map(({ step }) => step)
    for (const step of ['accept', 'check', 'countersign', 'consult', 'experts', 'record', 'assign'])
      assert.ok(steps.includes(step), step)
    const late = await sql`select 1 from case_ where state = 'ended' and closed_at > now() - interval '1 day'`.execute(
      world.database.db,
    )
    assert.equal(late.rows.length, 0, 'what was decided in the past was closed then, not when the demo was made')
    const projects = await sql<{ count: number }>`select count(*)::int as count from project`.execute(world.database.db)
    assert.equal(projects.rows[0]?.count, new Set(demoCases.flatMap(({ project }) => project ?? [])).size)
  } finally {
    await end()
  }
})
