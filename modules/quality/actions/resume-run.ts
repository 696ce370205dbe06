import { Type } from '@sinclair/typebox'
import { action } from '../../../kernel/http/action.ts'
import { conflict } from '../../../kernel/problems/problem.ts'
import { askForJudging, isUnderWay, standingOf } from '../runs.ts'
import { Id } from '../schema.ts'

/** Goes on with a run that was cancelled or has failed: blocks that are judged stay judged. */
export const resumeRun = action({
  verb: 'quality.run.resume',
  input: Type.Object({ runId: Id }),
  facts: ({ trx }, { runId }) => standingOf(trx, runId),
  scope: ({ run }) => ({ area: run.area }),
  refuse: ({ run, job }) => (run.ended_at || isUnderWay(job) ? conflict('quality.run.resume.not-stopped') : undefined),
  handle: async (context, { runId }) => ({ jobId: await askForJudging(context, runId) }),
  audit: ({ runId }, { jobId }) => ({ subject: `quality:${runId}`, after: { jobId } }),
})
