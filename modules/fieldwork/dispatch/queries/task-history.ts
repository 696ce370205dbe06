import { Type } from '@sinclair/typebox'
import { isInPool } from '../../../../kernel/cases/pool-rule.ts'
import type { TaskRow } from '../../../../kernel/cases/tables.ts'
import { type Context, query } from '../../../../kernel/http/action.ts'
import { can } from '../../../../kernel/identity/can.ts'
import { forbidden, Refusal } from '../../../../kernel/problems/problem.ts'
import { readFieldTask } from '../../sync/standing.ts'
import { earlierSurveys } from '../lists/earlier-surveys.ts'
import { nodesOf } from '../lists/history-nodes.ts'

/** 历史调查记录: what happened to this task and who did it when; and what was surveyed before where it lies. */
export const taskHistory = query({
  name: 'fieldwork.task.history',
  input: Type.Object({ taskId: Type.String({ format: 'uuid' }) }),
  async handle(context, { taskId }) {
    const task = await readFieldTask(context.trx, taskId)
    refuseUnlessSeen(context, task)
    const nodes = await nodesOf(context.trx, task.case_id)
    return { nodes, surveys: await earlierSurveys(context, task.case_id) }
  },
})

function refuseUnlessSeen({ person }: Context, task: TaskRow): void {
  const { assignee, done_by, step, role, area_code: area, business, organisation } = task
  if ([assignee, done_by].includes(person.id) || isInPool(person, task)) return
  if (can(person, 'fieldwork.dispatch.assign', { area, business, organisation: organisation ?? undefined })) return
  throw new Refusal(forbidden('cases.task.not-in-pool', { step, role, area }))
}
