import { Type } from '@sinclair/typebox'
import { sendStraightBack as sendHeld } from '../../../kernel/cases/complete-task.ts'
import { taskProblem } from '../../../kernel/cases/task-rules.ts'
import { action } from '../../../kernel/http/action.ts'
import { movedAnswer } from '../moved.ts'
import { Id, Revision } from '../schema.ts'
import { auditOfTask, factsOfTask, scopeOfTask } from '../task-facts.ts'

/** 直送: what was returned goes straight back to who returned it, with the form as corrected. */
export const sendStraightBack = action({
  verb: 'casework.task.sendStraightBack',
  input: Type.Object({
    taskId: Id,
    data: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    opinion: Type.Optional(Type.String({ maxLength: 2000 })),
    revision: Revision,
  }),
  facts: factsOfTask,
  scope: scopeOfTask,
  refuse: (facts, { revision }) => taskProblem('sendStraightBack', facts, revision),
  handle: async (context, { taskId, ...how }) => movedAnswer(await sendHeld(context, taskId, how)),
  audit: ({ taskId, data, opinion }, _result, facts) => auditOfTask(taskId, facts, { data, opinion }),
})
