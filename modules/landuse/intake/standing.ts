import { sql } from 'kysely'
import { json, type Trx } from '../../../kernel/db/database.ts'
import type { Context } from '../../../kernel/http/action.ts'
import type { StageName } from '../jobs/stages/stage.ts'
import type { BatchStanding } from '../rules/refuse-processing.ts'
import type { BatchOptions, ClueState } from '../schema.ts'
import type { LanduseTables } from '../tables.ts'
import { type Batch, isRunning, readBatch } from './batches.ts'

export type StandingBatch = Batch & BatchStanding

/** A batch with whether it is being processed and how many of its clues have cases. */
export async function standingOf(trx: Trx, id: string): Promise<StandingBatch> {
  const batch = await readBatch(trx, id)
  const { rows } = await sql<{
    cases: number
  }>`select count(case_id) as cases from landuse_clue where batch = ${id}`.execute(trx)
  return { ...batch, running: await isRunning(trx, batch), cases: rows[0]!.cases }
}

/** Asks for the batch to be processed up to a stage, all stages without one. Returns the id of the run. */
export async function startProcessing(
  { trx, startJob }: Pick<Context, 'trx' | 'startJob'>,
  batchId: string,
  until?: StageName,
): Promise<{ runId: string }> {
  const input = until ? { batchId, until } : { batchId }
  const runId = await startJob({ name: 'landuse.batch.process', subject: `batch:${batchId}`, input })
  await trx
    .withTables<LanduseTables>()
    .updateTable('landuse_batch')
    .set({ run_id: runId, state: 'processing', done_at: null })
    .where('id', '=', batchId)
    .execute()
  return { runId }
}

/** Puts the clues that have no case yet back to an earlier stage, to be processed again from there. */
export async function goBackTo(trx: Trx, batchId: string, state: ClueState): Promise<number> {
  const result = await sql`update landuse_clue set state = ${state} where batch = ${batchId} and case_id is null
    and state not in ('read', 'withdrawn', 'finished', ${state}) and not (state = 'repaired' and ${state} <> 'repaired')`.execute(
    trx,
  )
  return Number(result.numAffectedRows ?? 0)
}

export async function setOptions(trx: Trx, batchId: string, options: BatchOptions): Promise<void> {
  await trx
    .withTables<LanduseTables>()
    .updateTable('landuse_batch')
    .set({ options: json(options) })
    .where('id', '=', batchId)
    .execute()
}
