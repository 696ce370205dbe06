import { Type } from '@sinclair/typebox'
import { changeTask } from '../../../../kernel/cases/act-on-task.ts'
import { closeForGood } from '../../../../kernel/cases/close-case.ts'
import { record } from '../../../../kernel/cases/history.ts'
import { holdTask } from '../../../../kernel/cases/standing.ts'
import { followUp } from '../../../../kernel/cases/transition.ts'
import { action } from '../../../../kernel/http/action.ts'
import { readFieldTask } from '../../sync/standing.ts'
import { deletionProblem } from '../rules/deletion.ts'
import { Id, Reason } from '../schema.ts'
import { untouchedSince } from '../take-back.ts'

/**
 * 任务删除: what one found oneself and has handed in is taken off. The case is closed and its open steps end; patches, photos,
 * history and the chain of operations stay as they are, and the audit says who took it off and why.
 */
export const deleteFieldTask = action({
  verb: 'fieldwork.task.delete',
  input: Type.Object({ taskId: Id, reason: Reason }),
  async facts(context, { taskId }) {
    await readFieldTask(context.trx, taskId)
    return { held: await holdTask(context, taskId), person: context.person.id }
  },
  scope: ({ held: { task } }) => ({
    area: task.area_code,
    business: task.business,
    organisation: task.organisation ?? undefined,
  }),
  refuse: ({ held, person }) => deletionProblem(held, person),
  async handle(context, { taskId, reason }, { held }) {
    await untouchedSince(context, held.task)
    const follow = await closeForGood(context, held)
    const { id, case_id: caseId, step } = held.task
    await record(context, [{ caseId, taskId: id, step, verb: 'delete', detail: { reason } }])
    await changeTask(context, held.task, { outcome: 'deleted' })
    await followUp(context, follow)
    return { taskId, caseId, number: held.row.number }
  },
  audit: ({ taskId, reason }, { number, caseId }, { held }) => ({
    subject: `task:${taskId}`,
    before: { case: caseId, number, state: held.row.state, title: held.row.title, data: held.row.data },
    after: { state: 'closedIrregularly', reason },
  }),
})
