import { Type } from '@sinclair/typebox'
import { unclaim } from '../../../kernel/cases/claim.ts'
import { taskProblem } from '../../../kernel/cases/task-rules.ts'
import { action } from '../../../kernel/http/action.ts'
import { Id, Revision } from '../schema.ts'
import { auditOfTask, factsOfTask, scopeOfTask } from '../task-facts.ts'

/** Gives a claimed task back to the pool, with its draft. */
export const unclaimTask = action({
  verb: 'casework.task.unclaim',
  input: Type.Object({ taskId: Id, revision: Revision }),
  facts: factsOfTask,
  scope: scopeOfTask,
  refuse: (facts, { revision }) => taskProblem('unclaim', facts, revision),
  handle: async (context, { taskId, revision }) => ({ revision: (await unclaim(context, taskId, revision)).revision }),
  audit: ({ taskId }, _result, facts) => auditOfTask(taskId, facts),
})
