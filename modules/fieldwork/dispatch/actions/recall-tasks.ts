import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { changeTask } from '../../../../kernel/cases/act-on-task.ts'
import { eachTask } from '../../../../kernel/cases/each.ts'
import { record } from '../../../../kernel/cases/history.ts'
import { action } from '../../../../kernel/http/action.ts'
import { sendMessage } from '../../../../kernel/messages/send-message.ts'
import { conflict, Refusal, refuseIf } from '../../../../kernel/problems/problem.ts'
import { audited } from '../audited.ts'
import { factsForDispatch } from '../dispatch-facts.ts'
import { organisationsUnder } from '../organisations.ts'
import { dispatchProblem } from '../rules/dispatching.ts'
import { Ids, Reason } from '../schema.ts'

const VERB = 'fieldwork.dispatch.recall'

/** 撤销派发: what was given out and not yet signed for lies in the pool again. What is at work is taken over, not recalled. */
export const recallTasks = action({
  verb: VERB,
  input: Type.Object({ taskIds: Ids, reason: Reason }),
  async handle(context, { taskIds, reason }) {
    const { trx, now } = context
    const own = await organisationsUnder(trx, context.person.organisation.id)
    return eachTask(context, taskIds, async (taskId) => {
      const facts = await factsForDispatch(context, taskId, own)
      const { task, number } = facts
      refuseIf(dispatchProblem(VERB, facts))
      if (task.state !== 'open' || task.assignee === null)
        throw new Refusal(conflict(`fieldwork.dispatch.recall.${task.state === 'open' ? 'free' : 'begun'}`, { number }))
      const detail = { from: task.assignee, reason }
      await record(context, [{ caseId: task.case_id, taskId, step: task.step, verb: 'recallDispatch', detail }])
      await changeTask(context, task, { assignee: null, on_behalf_of: null })
      const told = { number, by: context.person.name, reason }
      await sendMessage(
        trx,
        { to: [task.assignee], kind: 'task', title: 'fieldwork.message.recalled', params: told },
        now,
      )
      await sql`update field_dispatch_task set recalled_at = ${now} where task_id = ${taskId} and recalled_at is null`.execute(
        trx,
      )
    })
  },
  audit: ({ reason }, batch) => audited(batch, { reason }),
})
