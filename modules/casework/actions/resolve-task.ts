import { Type } from '@sinclair/typebox'
import { taskProblem } from '../../../kernel/cases/task-rules.ts'
import { resolve } from '../../../kernel/cases/verbs/delegate.ts'
import { action } from '../../../kernel/http/action.ts'
import { Id, Reason, Revision } from '../schema.ts'
import { auditOfTask, factsOfTask, scopeOfTask } from '../task-facts.ts'

/** 交回 what was prepared for the owner of the task: an opinion, and what was filled into the form. */
export const resolveTask = action({
  verb: 'casework.task.resolve',
  input: Type.Object({
    taskId: Id,
    opinion: Reason,
    draft: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    revision: Revision,
  }),
  facts: factsOfTask,
  scope: scopeOfTask,
  refuse: (facts, { revision }) => taskProblem('resolve', facts, revision),
  handle: async (context, { taskId, ...how }) => ({ revision: (await resolve(context, taskId, how)).revision }),
  audit: ({ taskId, opinion }, _result, facts) => auditOfTask(taskId, facts, { to: facts.task.delegated_by, opinion }),
})
