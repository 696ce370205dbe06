import { Type } from '@sinclair/typebox'
import { sign } from '../../../kernel/cases/complete-task.ts'
import { taskProblem } from '../../../kernel/cases/task-rules.ts'
import { action } from '../../../kernel/http/action.ts'
import { movedAnswer } from '../moved.ts'
import { Id, Reason, Revision } from '../schema.ts'
import { auditOfTask, factsOfTask, scopeOfTask } from '../task-facts.ts'

/** 签署: by whom whoever holds the task has asked to sign before them (前加签). 撤回 takes it back until they act. */
export const signTask = action({
  verb: 'casework.task.sign',
  input: Type.Object({ taskId: Id, opinion: Reason, revision: Revision }),
  facts: factsOfTask,
  scope: scopeOfTask,
  refuse: (facts, { revision }) => taskProblem('sign', facts, revision),
  handle: async (context, { taskId, opinion, revision }) => movedAnswer(await sign(context, taskId, opinion, revision)),
  audit: ({ taskId, opinion }, _result, facts) => auditOfTask(taskId, facts, { opinion }),
})
