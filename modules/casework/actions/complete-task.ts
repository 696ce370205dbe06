import { Type } from '@sinclair/typebox'
import { factsAbout } from '../../../kernel/cases/act-on-task.ts'
import { calendarAhead } from '../../../kernel/cases/calendar.ts'
import { completeTask as complete } from '../../../kernel/cases/complete-task.ts'
import { holdTaskEarly } from '../../../kernel/cases/standing.ts'
import { action } from '../../../kernel/http/action.ts'
import { movedAnswer } from '../moved.ts'
import { refuseCompletion } from '../rules/completing.ts'
import { Id, Revision } from '../schema.ts'
import { auditOfTask, scopeOfTask } from '../task-facts.ts'

/** 办理/提交 of a task whose process has a filing: form, opinion and the way out that was chosen. */
export const completeTask = action({
  verb: 'casework.task.complete',
  input: Type.Object({
    taskId: Id,
    outcome: Type.Optional(Type.String({ maxLength: 100 })),
    data: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    opinion: Type.Optional(Type.String({ maxLength: 2000 })),
    revision: Revision,
  }),
  facts: async (context, { taskId }) => {
    calendarAhead(context)
    const { task, ...held } = await holdTaskEarly(context, taskId)
    return { ...(await factsAbout(context, held, task)), process: held.process }
  },
  scope: scopeOfTask,
  refuse: (facts, { revision }) => refuseCompletion(facts, revision),
  handle: async (context, { taskId, ...completion }) => movedAnswer(await complete(context, taskId, completion)),
  audit: ({ taskId, outcome, data, opinion }, { ended }, facts) =>
    auditOfTask(taskId, facts, { outcome, data, opinion, ended }),
})
