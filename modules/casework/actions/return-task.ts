import { Type } from '@sinclair/typebox'
import { returnTask as returnHeld } from '../../../kernel/cases/complete-task.ts'
import { taskProblem } from '../../../kernel/cases/task-rules.ts'
import { action } from '../../../kernel/http/action.ts'
import { movedAnswer } from '../moved.ts'
import { Id, Reason, ReturnScope, ReturnTarget, Revision } from '../schema.ts'
import { auditOfTask, factsOfTask, scopeOfTask } from '../task-facts.ts'

/** 退回 to the previous, any passed, or the first step. */
export const returnTask = action({
  verb: 'casework.task.return',
  input: Type.Object({ taskId: Id, to: ReturnTarget, scope: ReturnScope, reason: Reason, revision: Revision }),
  facts: factsOfTask,
  scope: scopeOfTask,
  refuse: (facts, { revision }) => taskProblem('return', facts, revision),
  handle: async (context, { taskId, ...how }) => movedAnswer(await returnHeld(context, taskId, how)),
  audit: ({ taskId, to, scope, reason }, _result, facts) => auditOfTask(taskId, facts, { to, scope, reason }),
})
