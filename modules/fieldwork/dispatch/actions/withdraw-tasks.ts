import { Type } from '@sinclair/typebox'
import { eachTask } from '../../../../kernel/cases/each.ts'
import { action } from '../../../../kernel/http/action.ts'
import { audited } from '../audited.ts'
import { Ids } from '../schema.ts'
import { takeBack } from '../take-back.ts'

/** 撤回 of one's own hand-in, one or many, before it is reviewed. */
export const withdrawFieldTasks = action({
  verb: 'fieldwork.task.withdraw',
  input: Type.Object({ taskIds: Ids }),
  handle: (context, { taskIds }) => eachTask(context, taskIds, (taskId) => takeBack(context, taskId)),
  audit: (_input, batch) => audited(batch),
})
