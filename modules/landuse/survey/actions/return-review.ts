import { Type } from '@sinclair/typebox'
import { holdForAct } from '../../../../kernel/cases/act-on-task.ts'
import { returnTask } from '../../../../kernel/cases/complete-task.ts'
import { action, type Context } from '../../../../kernel/http/action.ts'
import { invalid } from '../../../../kernel/problems/problem.ts'
import { latestRun, readIssues, settleIssue } from '../../../../kernel/quality/runs.ts'
import { type StepTask, scopeOf, taskAt } from '../survey-case.ts'

const noReason = (text: string) => (text.trim() === '' ? invalid('landuse.review.return.no-reason') : undefined)

async function backToSurvey(context: Context, task: StepTask, reason: string) {
  const { task: row } = await holdForAct(context, task.id, 'return')
  const moved = await returnTask(context, row.id, { to: 'previous', reason })
  return { caseId: task.caseId, to: moved.created.map(({ step }) => step), revision: moved.revision }
}

/** 审核退回: to whoever surveyed, with the reason. */
export const returnReview = action({
  verb: 'landuse.review.return',
  input: Type.Object({ caseId: Type.String({ format: 'uuid' }), opinion: Type.String({ maxLength: 2000 }) }),
  facts: ({ trx }, { caseId }) => taskAt(trx, caseId, 'review'),
  scope: scopeOf,
  refuse: (_, { opinion }) => noReason(opinion),
  handle: (context, { opinion }, task) => backToSurvey(context, task, opinion),
  audit: ({ caseId, opinion }, { to }) => ({ subject: `case:${caseId}`, after: { returnedTo: to, opinion } }),
})

/** The same from the quality page: the open issues of the last run go back with the case. */
export const returnQuality = action({
  verb: 'landuse.quality.returnCase',
  input: Type.Object({ caseId: Type.String({ format: 'uuid' }), reason: Type.String({ maxLength: 2000 }) }),
  facts: ({ trx }, { caseId }) => taskAt(trx, caseId, 'review'),
  scope: scopeOf,
  refuse: (_, { reason }) => noReason(reason),
  async handle(context, { caseId, reason }, task) {
    const { trx, person, now } = context
    const run = await latestRun(trx, `case:${caseId}`)
    const open = run ? (await readIssues(trx, run.id)).filter(({ state }) => state === 'open') : []
    for (const { id } of open) await settleIssue(trx, id, { state: 'returned', by: person.id, now, reason })
    return { ...(await backToSurvey(context, task, reason)), issues: open.length }
  },
  audit: ({ caseId, reason }, { to, issues }) => ({
    subject: `case:${caseId}`,
    after: { returnedTo: to, reason, issues },
  }),
})
