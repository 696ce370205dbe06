import { Type } from '@sinclair/typebox'
import { reassign } from '../../../../kernel/cases/claim.ts'
import { eachTask } from '../../../../kernel/cases/each.ts'
import { record } from '../../../../kernel/cases/history.ts'
import { action } from '../../../../kernel/http/action.ts'
import { conflict } from '../../../../kernel/problems/problem.ts'
import { tasksAt } from '../survey-case.ts'

/** 外业推送: gives field tasks to a person's phone, or back to the pool of the town without one. */
export const dispatchField = action({
  verb: 'landuse.field.dispatch',
  input: Type.Object({
    caseIds: Type.Array(Type.String({ format: 'uuid' }), { minItems: 1, maxItems: 500, uniqueItems: true }),
    /** id of the investigator; absent: whoever of the pool takes it */
    person: Type.Optional(Type.String({ format: 'uuid' })),
    reason: Type.Optional(Type.String({ maxLength: 500 })),
  }),
  facts: async ({ trx }, { caseIds }) => ({ tasks: await tasksAt(trx, caseIds, ['field']) }),
  scope: () => ({ business: 'landuse' }),
  refuse: ({ tasks }, { caseIds }) =>
    tasks.length === 0 ? conflict('landuse.field.dispatch.none-waits', { asked: caseIds.length }) : undefined,
  async handle(context, { caseIds, person, reason = '外业派发' }, { tasks }) {
    const caseOf = new Map(tasks.map((task) => [task.id, task.caseId]))
    const batch = await eachTask(
      context,
      tasks.map(({ id }) => id),
      async (id) => {
        if (person) await reassign(context, id, person, reason)
        await record(context, [
          {
            caseId: caseOf.get(id)!,
            verb: 'dispatch',
            taskId: id,
            step: 'field',
            detail: { to: person ?? null, reason },
          },
        ])
      },
    )
    return {
      dispatched: batch.done.map((id) => caseOf.get(id)!),
      refused: batch.refused.map(({ task, problem }) => ({ caseId: caseOf.get(task)!, problem })),
      elsewhere: caseIds.filter((id) => !tasks.some(({ caseId }) => caseId === id)),
    }
  },
  audit: ({ person, reason }, { dispatched }) => ({
    subject: `cases:${dispatched.length}`,
    after: { dispatched, person, reason },
  }),
})
