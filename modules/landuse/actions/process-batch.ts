import { Type } from '@sinclair/typebox'
import { action } from '../../../kernel/http/action.ts'
import { scopeOfBatch } from '../intake/batches.ts'
import { standingOf, startProcessing } from '../intake/standing.ts'
import { refuseProcessing } from '../rules/refuse-processing.ts'

/** 甄别任务启动: read → repair → overlay → link → range → screen → open cases, as a job with progress. */
export const processBatchAction = action({
  verb: 'landuse.batch.process',
  input: Type.Object({ batchId: Type.String({ format: 'uuid' }) }),
  facts: ({ trx }, { batchId }) => standingOf(trx, batchId),
  scope: (batch) => scopeOfBatch(batch),
  refuse: (batch) => refuseProcessing('landuse.batch.process', batch),
  handle: (context, { batchId }) => startProcessing(context, batchId),
  audit: ({ batchId }, { runId }) => ({ subject: `batch:${batchId}`, after: { runId } }),
})
