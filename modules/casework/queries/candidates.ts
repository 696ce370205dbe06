import { Type } from '@sinclair/typebox'
import { poolOf } from '../../../kernel/cases/pool.ts'
import { readTask } from '../../../kernel/cases/standing.ts'
import { query } from '../../../kernel/http/action.ts'
import { readSeenCase } from '../case-facts.ts'
import { Id } from '../schema.ts'

/** Who else could do the task: for reassigning it. */
export const candidates = query({
  name: 'casework.task.candidates',
  input: Type.Object({ taskId: Id }),
  handle: async (context, { taskId }) => {
    const task = await readTask(context, taskId)
    await readSeenCase(context, task.case_id, 'casework.task.candidates')
    return { rows: await poolOf(context, task) }
  },
})
