import { Type } from '@sinclair/typebox'
import { eachTask } from '../../../../kernel/cases/each.ts'
import { action } from '../../../../kernel/http/action.ts'
import { audited } from '../audited.ts'
import { markNoSurvey } from '../no-survey.ts'
import { Ids, Reason } from '../schema.ts'

/** 不调查标记, with the reason; of tasks one has signed for. */
export const markNoSurveyTasks = action({
  verb: 'fieldwork.task.markNoSurvey',
  input: Type.Object({ taskIds: Ids, reason: Reason }),
  handle: (context, { taskIds, reason }) =>
    eachTask(context, taskIds, (taskId) => markNoSurvey(context, taskId, reason)),
  audit: ({ reason }, batch) => audited(batch, { reason }),
})

/** Takes the mark back, as long as the task has not been handed in. */
export const clearNoSurveyTasks = action({
  verb: 'fieldwork.task.clearNoSurvey',
  input: Type.Object({ taskIds: Ids }),
  handle: (context, { taskIds }) => eachTask(context, taskIds, (taskId) => markNoSurvey(context, taskId, null)),
  audit: (_input, batch) => audited(batch),
})
