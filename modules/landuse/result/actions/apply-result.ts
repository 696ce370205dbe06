import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { completeTask } from '../../../../kernel/cases/complete-task.ts'
import type { Trx } from '../../../../kernel/db/database.ts'
import { publish } from '../../../../kernel/exchange/outbox.ts'
import { action } from '../../../../kernel/http/action.ts'
import { type Applied, applyChangeSet } from '../../../../kernel/layers/change-sets/apply.ts'
import { conflict, Refusal } from '../../../../kernel/problems/problem.ts'
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
    const applied = await applyNamed(trx, changeSetId, now)
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

/** Applies and tells; a conflict names the person who was there first, not an id. */
export async function applyNamed(trx: Trx, changeSetId: string, now: Date): Promise<Applied> {
  const applied = await applyChangeSet(trx, changeSetId, now).catch(async (error: unknown) => {
    throw error instanceof Refusal ? await withName(trx, error) : error
  })
  await publish(trx, { topic: 'layers.applied', key: changeSetId, payload: applied }, now)
  return applied
}

async function withName(trx: Trx, { problem }: Refusal): Promise<Refusal> {
  const { by } = problem.params ?? {}
  if (typeof by !== 'string' || !/^[0-9a-f-]{36}$/.test(by)) return new Refusal(problem)
  const { rows } = await sql<{ name: string }>`select name from person where id = ${by}`.execute(trx)
  return new Refusal({ ...problem, params: { ...problem.params, by: rows[0]?.name ?? by } })
}
