import { Type } from '@sinclair/typebox'
import { taskProblem } from '../../../kernel/cases/task-rules.ts'
import { recall } from '../../../kernel/cases/verbs/delegate.ts'
import { action } from '../../../kernel/http/action.ts'
import { Id, Reason } from '../schema.ts'
import { auditOfTask, factsOfTask, scopeOfTask } from '../task-facts.ts'

/** 收回: the owner takes a task back that somebody was preparing. */
export const recallTask = action({
  verb: 'casework.task.recall',
  input: Type.Object({ taskId: Id, reason: Reason }),
  facts: factsOfTask,
  scope: scopeOfTask,
  refuse: (facts) => taskProblem('recall', facts),
  handle: async (context, { taskId, reason }) => ({ revision: (await recall(context, taskId, reason)).revision }),
  audit: ({ taskId, reason }, _result, facts) => auditOfTask(taskId, facts, { from: facts.task.assignee, reason }),
})
