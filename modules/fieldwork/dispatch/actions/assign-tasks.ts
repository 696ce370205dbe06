import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { reassign } from '../../../../kernel/cases/claim.ts'
import { eachTask } from '../../../../kernel/cases/each.ts'
import { notify } from '../../../../kernel/cases/talk/notices.ts'
import { action, type Context } from '../../../../kernel/http/action.ts'
import { newId } from '../../../../kernel/identity/new-id.ts'
import { refuseIf } from '../../../../kernel/problems/problem.ts'
import { audited } from '../audited.ts'
import { factsForDispatch, receiversOf } from '../dispatch-facts.ts'
import { organisationsUnder } from '../organisations.ts'
import { dispatchProblem, receiverProblem } from '../rules/dispatching.ts'
import { Id, Reason } from '../schema.ts'

const VERB = 'fieldwork.dispatch.assign'

/**
 * 派发: gives field tasks of the administrator's own organisation to people of it, as chosen by hand or by a rule that was
 * previewed. Each by itself; `revision` is that of the task as it was shown, so that nobody is overtaken unseen.
 */
export const assignTasks = action({
  verb: VERB,
  input: Type.Object({
    assignments: Type.Array(
      Type.Object({ taskId: Id, to: Id, revision: Type.Optional(Type.Integer({ minimum: 0 })) }),
      { minItems: 1, maxItems: 500 },
    ),
    how: Type.Union([Type.Literal('hand'), Type.Literal('rule')]),
    reason: Reason,
  }),
  async handle(context, { assignments, how, reason }) {
    const { trx, person } = context
    const own = await organisationsUnder(trx, person.organisation.id)
    const receivers = await receiversOf(
      trx,
      assignments.map(({ to }) => to),
    )
    const wanted = new Map(assignments.map((one) => [one.taskId, one]))
    const batch = await eachTask(context, [...wanted.keys()], async (taskId) => {
      const { to, revision } = wanted.get(taskId)!
      const facts = await factsForDispatch(context, taskId, own)
      refuseIf(dispatchProblem(VERB, facts, revision) ?? receiverProblem(receivers.get(to), own))
      const { assignee, case_id: caseId } = facts.task
      await reassign(context, taskId, to, reason)
      if (assignee !== null && assignee !== to)
        await notify(context, [assignee], {
          ...{ caseId, taskId, kind: 'takenOver' },
          params: { number: facts.number, by: person.name, reason },
        })
    })
    const dispatch =
      batch.done.length > 0
        ? await keep(
            context,
            how,
            reason,
            batch.done.map((id) => wanted.get(id)!),
          )
        : null
    return { dispatch, ...batch }
  },
  audit: ({ how, reason, assignments }, batch) => audited(batch, { how, reason, assignments }),
})

async function keep(
  { trx, person, now }: Context,
  how: string,
  reason: string,
  given: { taskId: string; to: string }[],
): Promise<string> {
  const id = newId()
  await sql`insert into field_dispatch (id, at, by, how, reason) values (${id}, ${now}, ${person.id}, ${how}, ${reason})`.execute(
    trx,
  )
  await sql`insert into field_dispatch_task (dispatch, task_id, person)
    select ${id}, * from unnest(${given.map(({ taskId }) => taskId)}::uuid[], ${given.map(({ to }) => to)}::uuid[])`.execute(
    trx,
  )
  return id
}
