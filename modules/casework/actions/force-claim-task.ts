import { Type } from '@sinclair/typebox'
import { forceClaim } from '../../../kernel/cases/claim.ts'
import { taskProblem } from '../../../kernel/cases/task-rules.ts'
import { action } from '../../../kernel/http/action.ts'
import { Id, Reason } from '../schema.ts'
import { factsOfTask, scopeOfTask, subjectOfTask } from '../task-facts.ts'

/** 强签: takes a task over with its draft; whoever held it is told. */
export const forceClaimTask = action({
  verb: 'casework.task.forceClaim',
  input: Type.Object({ taskId: Id, reason: Reason }),
  facts: factsOfTask,
  scope: scopeOfTask,
  refuse: (facts) => taskProblem('forceClaim', facts),
  handle: async (context, { taskId, reason }) => ({ revision: (await forceClaim(context, taskId, reason)).revision }),
  audit: ({ taskId, reason }, _result, { number, task }) => ({
    subject: subjectOfTask(taskId),
    before: { assignee: task.assignee },
    after: { number, step: task.step, reason },
  }),
})
