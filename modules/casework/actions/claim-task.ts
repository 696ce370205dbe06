import { Type } from '@sinclair/typebox'
import { claim } from '../../../kernel/cases/claim.ts'
import { taskProblem } from '../../../kernel/cases/task-rules.ts'
import { action } from '../../../kernel/http/action.ts'
import { Id, Revision } from '../schema.ts'
import { auditOfTask, factsOfTask, scopeOfTask } from '../task-facts.ts'

/** 签收 */
export const claimTask = action({
  verb: 'casework.task.claim',
  input: Type.Object({ taskId: Id, revision: Revision }),
  facts: factsOfTask,
  scope: scopeOfTask,
  refuse: (facts, { revision }) => taskProblem('claim', facts, revision),
  handle: async (context, { taskId, revision }) => ({ revision: (await claim(context, taskId, revision)).revision }),
  audit: ({ taskId }, _result, facts) => auditOfTask(taskId, facts),
})
