import { Type } from '@sinclair/typebox'
import { addSigner as ask } from '../../../kernel/cases/signers.ts'
import { taskProblem } from '../../../kernel/cases/task-rules.ts'
import { action } from '../../../kernel/http/action.ts'
import { movedAnswer } from '../moved.ts'
import { Id, Revision } from '../schema.ts'
import { auditOfTask, factsOfTask, scopeOfTask } from '../task-facts.ts'

/** 加签: one more is asked to sign, by one of those who sign there. 减签 takes it back. */
export const addSigner = action({
  verb: 'casework.task.addSigner',
  input: Type.Object({ taskId: Id, signer: Id, revision: Revision }),
  facts: factsOfTask,
  scope: scopeOfTask,
  refuse: (facts, { revision }) => taskProblem('addSigner', facts, revision),
  handle: async (context, { taskId, signer, revision }) => movedAnswer(await ask(context, taskId, signer, revision)),
  audit: ({ taskId, signer }, _result, facts) => auditOfTask(taskId, facts, { signer }),
})
