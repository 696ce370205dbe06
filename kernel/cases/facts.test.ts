import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inRollback } from '../../testing/harness.ts'
import { Refusal } from '../problems/problem.ts'
import { completeTask } from './complete-task.ts'
import { county, openSurvey } from './county.testing.ts'
import { setFacts } from './facts.ts'
import { history } from './history.ts'
import { readCase } from './standing.ts'

test('what the business finds out between two steps is kept, and the history says what was known before', () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    const { id } = await openSurvey(here, { data: { tags: ['占耕地'] } })
    const { revision } = await readCase(here, id)
    assert.equal(await setFacts(here.as(here.fang), id, { area: 12.5, tags: ['占耕地'] }), revision + 1)
    const after = await readCase(here, id)
    assert.deepEqual([after.data.area, after.revision], [12.5, revision + 1])
    const last = (await history(here, id)).at(-1)!
    assert.deepEqual([last.verb, last.by?.id, last.detail], ['setFacts', here.fang.id, { before: { area: null }, after: { area: 12.5 } }]) // biome-ignore format: one row
    assert.equal(await setFacts(here.as(here.fang), id, { area: 12.5 }), revision + 1, 'nothing new is no act')
  }))

test('a closed case keeps its facts as they were', () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    const { id, task } = await openSurvey(here)
    await completeTask(here.as(here.fang), task.id, { outcome: 'lawful', data: { conclusion: '合法' } })
    await assert.rejects(
      setFacts(here.as(here.fang), id, { area: 1 }),
      (error) => error instanceof Refusal && error.problem.code === 'cases.already-closed',
    )
  }))
