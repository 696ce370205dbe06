import { Type } from '@sinclair/typebox'
import { removeSigner as excuse } from '../../../kernel/cases/signers.ts'
import { taskProblem } from '../../../kernel/cases/task-rules.ts'
import { action } from '../../../kernel/http/action.ts'
import { movedAnswer } from '../moved.ts'
import { Id } from '../schema.ts'
import { auditOfTask, factsOfTask, scopeOfTask } from '../task-facts.ts'

/** 减签: whoever this task asks need not sign; the votes already given may then be enough. */
export const removeSigner = action({
  verb: 'casework.task.removeSigner',
  input: Type.Object({ taskId: Id, reason: Type.Optional(Type.String({ maxLength: 2000 })) }),
  facts: factsOfTask,
  scope: scopeOfTask,
  refuse: (facts) => taskProblem('removeSigner', facts),
  handle: async (context, { taskId, reason }) => movedAnswer(await excuse(context, taskId, reason)),
  audit: ({ taskId, reason }, _result, facts) => auditOfTask(taskId, facts, { signer: facts.task.assignee, reason }),
})
