import { Type } from '@sinclair/typebox'
import { taskProblem } from '../../../kernel/cases/task-rules.ts'
import { withdraw } from '../../../kernel/cases/withdraw.ts'
import { action } from '../../../kernel/http/action.ts'
import { movedAnswer } from '../moved.ts'
import { Id } from '../schema.ts'
import { factsOfTask, scopeOfTask, subjectOfTask } from '../task-facts.ts'

/** 撤回 one's own act, as long as nobody has claimed what came of it. */
export const withdrawTask = action({
  verb: 'casework.task.withdraw',
  input: Type.Object({ taskId: Id }),
  facts: factsOfTask,
  scope: scopeOfTask,
  refuse: (facts) => taskProblem('withdraw', facts),
  handle: async (context, { taskId }) => movedAnswer(await withdraw(context, taskId)),
  audit: ({ taskId }, { number }, { task }) => ({ subject: subjectOfTask(taskId), after: { number, step: task.step } }),
})
