import { Type } from '@sinclair/typebox'
import { action } from '../../../kernel/http/action.ts'
import { cancelRun } from '../../../kernel/jobs/job-runs.ts'
import { scopeOfBatch } from '../intake/batches.ts'
import { withdrawLinks } from '../intake/shared-links.ts'
import { standingOf } from '../intake/standing.ts'
import { refuseCancelling } from '../rules/refuse-processing.ts'
import type { LanduseTables } from '../tables.ts'

/** Takes a delivery back before any case is open, so that a corrected one can come. Its rows stay readable. */
export const cancelBatch = action({
  verb: 'landuse.batch.cancel',
  input: Type.Object({
    batchId: Type.String({ format: 'uuid' }),
    reason: Type.String({ minLength: 1, maxLength: 500 }),
  }),
  facts: ({ trx }, { batchId }) => standingOf(trx, batchId),
  scope: (batch) => scopeOfBatch(batch),
  refuse: (batch) => refuseCancelling(batch),
  async handle({ trx, now }, { batchId, reason }, { run_id }) {
    const tables = trx.withTables<LanduseTables>()
    if (run_id !== null) await cancelRun(trx, run_id, now)
    await tables
      .updateTable('landuse_batch')
      .set({ state: 'cancelled', cancelled_at: now, cancel_reason: reason })
      .where('id', '=', batchId)
      .execute()
    const clues = await tables
      .updateTable('landuse_clue')
      .set({ state: 'withdrawn' })
      .where('batch', '=', batchId)
      .returning('id')
      .execute()
    await withdrawLinks(
      trx,
      clues.map(({ id }) => id),
      now,
    )
    return { batchId }
  },
  audit: ({ batchId, reason }, _, { state }) => ({
    subject: `batch:${batchId}`,
    before: { state },
    after: { state: 'cancelled', reason },
  }),
})
