import { sql } from 'kysely'
import type { Trx } from '../../db/database.ts'
import { publish } from '../../exchange/outbox.ts'
import { Refusal } from '../../problems/problem.ts'
import { type Applied, applyChangeSet } from './apply.ts'

/** Applies and tells; a conflict names the person who was there first, not an id. */
export async function applyAndTell(trx: Trx, changeSetId: string, now: Date): Promise<Applied> {
  const applied = await applyChangeSet(trx, changeSetId, now).catch(async (error: unknown) => {
    throw error instanceof Refusal ? await withName(trx, error) : error
  })
  await publish(trx, { topic: 'layers.applied', key: changeSetId, payload: applied }, now)
  return applied
}

async function withName(trx: Trx, { problem }: Refusal): Promise<Refusal> {
  const { by } = problem.params ?? {}
  if (typeof by !== 'string' || !/^[0-9a-f-]{36}$/.test(by)) return new Refusal(problem)
  const { rows } = await sql<{ name: string }>`select name from person where id = ${by}`.execute(trx)
  return new Refusal({ ...problem, params: { ...problem.params, by: rows[0]?.name ?? by } })
}
