import { unclaim } from '../../../kernel/cases/claim.ts'
import type { TaskRow } from '../../../kernel/cases/tables.ts'
import type { Context } from '../../../kernel/http/action.ts'
import { readFieldTask } from '../sync/standing.ts'
import { clearNoSurvey } from './no-survey.ts'

/** 退回待办池: everybody of the pool may take it again; what has been surveyed stays with the case. */
export async function returnToPool(context: Context, taskId: string, reason: string): Promise<TaskRow> {
  await readFieldTask(context.trx, taskId)
  const task = await unclaim(context, taskId, undefined, reason)
  await clearNoSurvey(context.trx, taskId)
  return task
}
