import { Type } from '@sinclair/typebox'
import { taskFacts } from '../../../../kernel/cases/act-on-task.ts'
import { forceClaim } from '../../../../kernel/cases/claim.ts'
import { taskProblem } from '../../../../kernel/cases/task-rules.ts'
import { action } from '../../../../kernel/http/action.ts'
import { readFieldTask } from '../../sync/standing.ts'
import { takeOverProblem } from '../rules/taking-over.ts'
import { Id, Reason } from '../schema.ts'

/**
 * 强签: what a colleague of the same organisation has signed for and not handed in becomes this person's, with patches,
 * photos, form and draft. Whoever had it is told; what their phone sends later is held for a person to decide.
 */
export const forceClaimFieldTask = action({
  verb: 'fieldwork.task.forceClaim',
  input: Type.Object({ taskId: Id, reason: Reason }),
  async facts(context, { taskId }) {
    await readFieldTask(context.trx, taskId)
    return taskFacts(context, taskId)
  },
  scope: ({ task: { area_code: area, business, organisation } }) => ({
    area,
    business,
    organisation: organisation ?? undefined,
  }),
  refuse: (facts) => taskProblem('forceClaim', facts) ?? takeOverProblem(facts.task, facts.person.id),
  async handle(context, { taskId, reason }) {
    const { revision, case_id: caseId } = await forceClaim(context, taskId, reason)
    return { taskId, caseId, revision }
  },
  audit: ({ taskId, reason }, _result, { number, task }) => ({
    subject: `task:${taskId}`,
    before: { assignee: task.assignee },
    after: { number, step: task.step, reason },
  }),
})
