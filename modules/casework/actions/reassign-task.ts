import { Type } from '@sinclair/typebox'
import { reassign } from '../../../kernel/cases/claim.ts'
import { taskProblem } from '../../../kernel/cases/task-rules.ts'
import { action } from '../../../kernel/http/action.ts'
import { Id, Reason } from '../schema.ts'
import { factsOfTask, scopeOfTask, subjectOfTask } from '../task-facts.ts'

/** 转办 to another person of the same pool (casework.task.candidates). */
export const reassignTask = action({
  verb: 'casework.task.reassign',
  input: Type.Object({ taskId: Id, to: Id, reason: Reason }),
  facts: factsOfTask,
  scope: scopeOfTask,
  refuse: (facts) => taskProblem('reassign', facts),
  handle: async (context, { taskId, to, reason }) => ({
    revision: (await reassign(context, taskId, to, reason)).revision,
  }),
  audit: ({ taskId, to, reason }, _result, { number, task }) => ({
    subject: subjectOfTask(taskId),
    before: { assignee: task.assignee },
    after: { number, step: task.step, assignee: to, reason },
  }),
})
