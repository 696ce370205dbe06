import { Type } from '@sinclair/typebox'
import { action } from '../../../kernel/http/action.ts'
import { scopeOfBatch } from '../intake/batches.ts'
import { standingOf, startProcessing } from '../intake/standing.ts'
import { refuseProcessing } from '../rules/refuse-processing.ts'

/** 自动立项: opens a case for every clue that has none yet; whatever stages are still missing run first. */
export const openBatch = action({
  verb: 'landuse.batch.open',
  input: Type.Object({ batchId: Type.String({ format: 'uuid' }) }),
  facts: ({ trx }, { batchId }) => standingOf(trx, batchId),
  scope: (batch) => scopeOfBatch(batch),
  refuse: (batch) => refuseProcessing('landuse.batch.open', batch),
  handle: (context, { batchId }) => startProcessing(context, batchId),
  audit: ({ batchId }, { runId }) => ({ subject: `batch:${batchId}`, after: { runId } }),
})
