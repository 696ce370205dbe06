import { Type } from '@sinclair/typebox'
import { claim, reassign } from '../../../kernel/cases/claim.ts'
import { returnTask } from '../../../kernel/cases/complete-task.ts'
import { type Batch, eachTask } from '../../../kernel/cases/each.ts'
import { readTask } from '../../../kernel/cases/standing.ts'
import { withdraw } from '../../../kernel/cases/withdraw.ts'
import { action } from '../../../kernel/http/action.ts'
import { readSeenCase } from '../case-facts.ts'
import { Id, Ids, Reason, ReturnScope, ReturnTarget } from '../schema.ts'

// Each task is judged by itself where it lies; what one refusal says is in the answer, and the others are done.
const audited = ({ done, refused }: Batch) => ({
  subject: `tasks:${done.length}`,
  after: { done, refused: refused.map(({ task, problem }) => ({ task, code: problem.code })) },
})

/** 批量签收 */
export const claimTasks = action({
  verb: 'casework.task.claimMany',
  input: Type.Object({ taskIds: Ids }),
  handle: (context, { taskIds }) => eachTask(context, taskIds, (taskId) => claim(context, taskId)),
  audit: (_input, batch) => audited(batch),
})

/** 批量退回 */
export const returnTasks = action({
  verb: 'casework.task.returnMany',
  input: Type.Object({ taskIds: Ids, to: ReturnTarget, scope: ReturnScope, reason: Reason }),
  handle: (context, { taskIds, ...how }) => eachTask(context, taskIds, (taskId) => returnTask(context, taskId, how)),
  audit: (_input, batch) => audited(batch),
})

/** 批量撤回 */
export const withdrawTasks = action({
  verb: 'casework.task.withdrawMany',
  input: Type.Object({ taskIds: Ids }),
  handle: (context, { taskIds }) => eachTask(context, taskIds, (taskId) => withdraw(context, taskId)),
  audit: (_input, batch) => audited(batch),
})

/** 批量转办; the right is asked of every task where it lies. */
export const reassignTasks = action({
  verb: 'casework.task.reassignMany',
  input: Type.Object({ taskIds: Ids, to: Id, reason: Reason }),
  handle: (context, { taskIds, to, reason }) =>
    eachTask(context, taskIds, async (taskId) => {
      const { case_id } = await readTask(context, taskId)
      await readSeenCase(context, case_id, 'casework.task.reassignMany')
      await reassign(context, taskId, to, reason)
    }),
  audit: ({ to, reason }, batch) => {
    const { subject, after } = audited(batch)
    return { subject, after: { ...after, to, reason } }
  },
})
