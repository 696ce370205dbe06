import { Type } from '@sinclair/typebox'
import { taskProblem } from '../../../kernel/cases/task-rules.ts'
import { delegate } from '../../../kernel/cases/verbs/delegate.ts'
import { action } from '../../../kernel/http/action.ts'
import { Id, Reason, Revision } from '../schema.ts'
import { auditOfTask, factsOfTask, scopeOfTask } from '../task-facts.ts'

/** 委托办理 of one task: another prepares it and hands it back; it stays its owner's to decide. */
export const delegateTask = action({
  verb: 'casework.task.delegate',
  input: Type.Object({ taskId: Id, to: Id, reason: Reason, revision: Revision }),
  facts: factsOfTask,
  scope: scopeOfTask,
  refuse: (facts, { revision }) => taskProblem('delegate', facts, revision),
  handle: async (context, { taskId, ...how }) => ({ revision: (await delegate(context, taskId, how)).revision }),
  audit: ({ taskId, to, reason }, _result, facts) => auditOfTask(taskId, facts, { to, reason }),
})
