import { Type } from '@sinclair/typebox'
import { action } from '../../../kernel/http/action.ts'
import { can } from '../../../kernel/identity/can.ts'
import { cancelRun, viewRun } from '../../../kernel/jobs/job-runs.ts'
import { conflict, forbidden, notFound, Refusal } from '../../../kernel/problems/problem.ts'

/** Asks a run to stop between two batches; what it has finished stays. One’s own, or any with the right jobs.cancel.any. */
export const cancelJob = action({
  verb: 'jobs.cancel',
  input: Type.Object({ runId: Type.String({ format: 'uuid' }) }),
  facts: async ({ trx, person }, { runId }) => {
    const run = await viewRun(trx, runId)
    if (!run) throw new Refusal(notFound('jobs.unknown'))
    return { ...run, isMine: run.person === person.id || can(person, 'jobs.cancel.any') }
  },
  refuse: ({ endedAt, isMine }) => {
    if (!isMine) return forbidden('jobs.cancel.of-another')
    return endedAt ? conflict('jobs.cancel.ended') : undefined
  },
  handle: ({ trx, now }, { runId }) => cancelRun(trx, runId, now),
  audit: (_input, _result, { subject, name }) => ({ subject, before: { name } }),
})
