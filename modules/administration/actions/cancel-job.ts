import { Type } from '@sinclair/typebox'
import { action } from '../../../kernel/http/action.ts'
import { cancelRun, viewRun } from '../../../kernel/jobs/job-runs.ts'
import { conflict, notFound, Refusal } from '../../../kernel/problems/problem.ts'

/** Asks a run to stop between two batches; what it has finished stays. */
export const cancelJob = action({
  verb: 'jobs.cancel',
  input: Type.Object({ runId: Type.String({ format: 'uuid' }) }),
  facts: async ({ trx }, { runId }) => {
    const run = await viewRun(trx, runId)
    if (!run) throw new Refusal(notFound('jobs.unknown'))
    return run
  },
  refuse: ({ endedAt }) => (endedAt ? conflict('jobs.cancel.ended') : undefined),
  handle: ({ trx, now }, { runId }) => cancelRun(trx, runId, now),
  audit: (_input, _result, { subject, name }) => ({ subject, before: { name } }),
})
