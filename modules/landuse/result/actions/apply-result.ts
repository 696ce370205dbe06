import { Type } from '@sinclair/typebox'
import { completeTask } from '../../../../kernel/cases/complete-task.ts'
import { action } from '../../../../kernel/http/action.ts'
import { applyAndTell } from '../../../../kernel/layers/change-sets/apply-and-tell.ts'
import { conflict } from '../../../../kernel/problems/problem.ts'
import { tasksAt } from '../../survey/survey-case.ts'
import { readResultSet, scopeOfSet } from '../result-set.ts'

/** 正式变更: the base map changes, and the cases of the set go on, in one transaction: everything or nothing. */
export const applyResult = action({
  verb: 'landuse.result.apply',
  input: Type.Object({
    changeSetId: Type.String({ format: 'uuid' }),
    opinion: Type.Optional(Type.String({ maxLength: 2000 })),
  }),
  async facts({ trx }, { changeSetId }) {
    const set = await readResultSet(trx, changeSetId)
    const tasks = await tasksAt(
      trx,
      set.cases.map(({ id }) => id),
      ['result'],
    )
    return { ...set, tasks }
  },
  scope: scopeOfSet,
  refuse({ problems, cases, tasks, title }) {
    if (problems[0])
      return conflict('landuse.result.apply.not-checked', { title, problems: problems.length, first: problems[0].code })
    const away = cases.find(({ id }) => !tasks.some(({ caseId }) => caseId === id))
    return away && conflict('landuse.result.apply.case-moved', { number: away.number })
  },
  async handle(context, { changeSetId, opinion }, { tasks }) {
    const { trx, now } = context
    const applied = await applyAndTell(trx, changeSetId, now)
    for (const { id } of tasks) {
      await completeTask(context, id, {
        outcome: 'applied',
        facts: { changeSet: changeSetId },
        ...(opinion && { opinion }),
      })
    }
    return applied
  },
  audit: ({ changeSetId }, { layers }, { cases }) => ({
    subject: `changeSet:${changeSetId}`,
    after: { layers, cases: cases.map(({ number }) => number) },
  }),
})
