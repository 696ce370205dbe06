import { Type } from '@sinclair/typebox'
import { claim } from '../../../../kernel/cases/claim.ts'
import { eachTask } from '../../../../kernel/cases/each.ts'
import { action } from '../../../../kernel/http/action.ts'
import { readFieldTask } from '../../sync/standing.ts'
import { audited } from '../audited.ts'
import { Ids } from '../schema.ts'

/** 批量签收, also of what was chosen on the map: each by itself, a refusal of one leaves the others claimed. */
export const claimFieldTasks = action({
  verb: 'fieldwork.task.claimMany',
  input: Type.Object({ taskIds: Ids }),
  handle: (context, { taskIds }) =>
    eachTask(context, taskIds, async (taskId) => {
      await readFieldTask(context.trx, taskId)
      await claim(context, taskId)
    }),
  audit: (_input, batch) => audited(batch),
})
