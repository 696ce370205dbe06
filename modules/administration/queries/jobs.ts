import { Type } from '@sinclair/typebox'
import { query } from '../../../kernel/http/action.ts'
import { runsOf, viewRun } from '../../../kernel/jobs/job-runs.ts'
import { notFound, Refusal } from '../../../kernel/problems/problem.ts'

export const viewJob = query({
  name: 'jobs.view',
  input: Type.Object({ runId: Type.String({ format: 'uuid' }) }),
  handle: async ({ trx }, { runId }) => {
    const run = await viewRun(trx, runId)
    if (!run) throw new Refusal(notFound('jobs.unknown'))
    return run
  },
})

export const listJobs = query({
  name: 'jobs.list',
  input: Type.Object({ subject: Type.String({ maxLength: 100 }) }),
  handle: async ({ trx }, { subject }) => ({ rows: await runsOf(trx, subject) }),
})
