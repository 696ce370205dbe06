import { Type } from '@sinclair/typebox'
import { eachTask } from '../../../../kernel/cases/each.ts'
import { action } from '../../../../kernel/http/action.ts'
import { audited } from '../audited.ts'
import { returnToPool } from '../return-to-pool.ts'
import { Ids, Reason } from '../schema.ts'

/** 退回 to the pool, one or many: only what one has signed for and not handed in. */
export const returnFieldTasks = action({
  verb: 'fieldwork.task.return',
  input: Type.Object({ taskIds: Ids, reason: Reason }),
  handle: (context, { taskIds, reason }) =>
    eachTask(context, taskIds, (taskId) => returnToPool(context, taskId, reason)),
  audit: ({ reason }, batch) => audited(batch, { reason }),
})
