import { Type } from '@sinclair/typebox'
import { claim } from '../../../kernel/cases/claim.ts'
import { action } from '../../../kernel/http/action.ts'
import { readFieldTask } from '../sync/standing.ts'

/** 签收 from the task list, with a network. */
export const claimFieldTask = action({
  verb: 'fieldwork.task.claim',
  input: Type.Object({ taskId: Type.String({ format: 'uuid' }) }),
  facts: ({ trx }, { taskId }) => readFieldTask(trx, taskId),
  scope: ({ area_code: area, business }) => ({ area, business }),
  async handle(context, { taskId }) {
    const { revision } = await claim(context, taskId)
    return { taskId, revision }
  },
  audit: ({ taskId }, _, { case_id }) => ({ subject: `case:${case_id}`, after: { taskId } }),
})
