import { Type } from '@sinclair/typebox'
import { action } from '../../../kernel/http/action.ts'
import { settleIssue } from '../../../kernel/quality/runs.ts'
import { refuseSettling } from '../rules/settling.ts'
import { standingOf } from '../runs.ts'
import { Id, settlements } from '../schema.ts'

/** Says of open issues that they are put right, waived with a reason and until when, or returned to whoever made the data. */
export const settleIssues = action({
  verb: 'quality.issue.settle',
  input: Type.Object({
    runId: Id,
    issueIds: Type.Array(Type.Integer(), { minItems: 1, maxItems: 500, uniqueItems: true }),
    state: Type.Union(settlements.map((state) => Type.Literal(state))),
    reason: Type.Optional(Type.String({ maxLength: 500 })),
    until: Type.Optional(Type.String({ format: 'date' })),
  }),
  facts: ({ trx }, { runId }) => standingOf(trx, runId),
  scope: ({ run }) => ({ area: run.area }),
  refuse: ({ run, job }, input) => refuseSettling({ hasEnded: run.ended_at !== null, jobState: job?.state }, input),
  async handle({ trx, person, now }, { runId, issueIds, ...settle }) {
    for (const id of issueIds) await settleIssue(trx, id, { ...settle, run: runId, by: person.id, now })
    return { settled: issueIds.length }
  },
  audit: ({ runId, issueIds, ...settle }) => ({ subject: `quality:${runId}`, after: { issueIds, ...settle } }),
})
