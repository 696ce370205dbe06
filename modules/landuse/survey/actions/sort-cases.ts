import { Type } from '@sinclair/typebox'
import { completeTask } from '../../../../kernel/cases/complete-task.ts'
import { eachTask } from '../../../../kernel/cases/each.ts'
import { action } from '../../../../kernel/http/action.ts'
import { conflict, invalid } from '../../../../kernel/problems/problem.ts'
import { proposalsFor } from '../proposals.ts'
import { tasksAt } from '../survey-case.ts'

/**
 * 内外业分件, one case or many. A way that differs from the proposed one needs a reason. Cases that cannot be moved are
 * named with why, the others move.
 */
export const sortCases = action({
  verb: 'landuse.case.sort',
  input: Type.Object({
    caseIds: Type.Array(Type.String({ format: 'uuid' }), { minItems: 1, maxItems: 500, uniqueItems: true }),
    to: Type.Union([Type.Literal('office'), Type.Literal('field')]),
    reason: Type.Optional(Type.String({ maxLength: 500 })),
  }),
  facts: async ({ trx }, { caseIds }) => ({
    tasks: await tasksAt(trx, caseIds, ['sort']),
    proposals: await proposalsFor(trx, caseIds),
  }),
  scope: () => ({ business: 'landuse' }),
  refuse({ tasks, proposals }, { caseIds, to, reason }) {
    if (tasks.length === 0) return conflict('landuse.case.sort.none-waits', { asked: caseIds.length })
    const against = proposals.filter(({ way }) => way !== to)
    if (against.length > 0 && !reason?.trim())
      return invalid('landuse.case.sort.reason-needed', { number: against[0]!.number, count: against.length, to })
    return undefined
  },
  async handle(context, { to, reason, caseIds }, { tasks }) {
    const batch = await eachTask(
      context,
      tasks.map(({ id }) => id),
      (id) =>
        completeTask(context, id, {
          outcome: to,
          data: { surveyWay: to, sortingReason: reason?.trim() || null },
          ...(reason?.trim() && { opinion: reason }),
        }),
    )
    const caseOf = new Map(tasks.map((task) => [task.id, task.caseId]))
    return {
      sorted: batch.done.map((id) => caseOf.get(id)!),
      refused: batch.refused.map(({ task, problem }) => ({ caseId: caseOf.get(task)!, problem })),
      elsewhere: caseIds.filter((id) => !tasks.some(({ caseId }) => caseId === id)),
    }
  },
  audit: ({ to, reason }, { sorted }) => ({
    subject: sorted.length === 1 ? `case:${sorted[0]}` : `cases:${sorted.length}`,
    after: { to, reason, sorted },
  }),
})
