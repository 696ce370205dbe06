import type { Trx } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/identity/can.ts'
import { viewRun } from '../../../kernel/jobs/job-runs.ts'
import { notFound, Refusal } from '../../../kernel/problems/problem.ts'
import type { LanduseTables } from '../tables.ts'

export type Batch = LanduseTables['landuse_batch']

/** Throws a Refusal (404) for an id no batch has. */
export async function readBatch(trx: Trx, id: string): Promise<Batch> {
  const batch = await trx
    .withTables<LanduseTables>()
    .selectFrom('landuse_batch')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!batch) throw new Refusal(notFound('landuse.batch.unknown', { id }))
  return batch
}

export const scopeOfBatch = ({ area_code }: Pick<Batch, 'area_code'>): Scope => ({
  area: area_code,
  business: 'landuse',
})

/** Whether the batch is being processed at this moment; a run that failed or was cancelled is over. */
export async function isRunning(trx: Trx, { run_id }: Pick<Batch, 'run_id'>): Promise<boolean> {
  const run = run_id === null ? undefined : await viewRun(trx, run_id)
  return run?.state === 'queued' || run?.state === 'running'
}
