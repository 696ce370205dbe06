import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { committedDatabase } from '../../testing/harness.ts'
import { inTransaction } from '../db/database.ts'
import type { Person } from '../identity/can.ts'
import { Refusal } from '../problems/problem.ts'
import { claim } from './claim.ts'
import { completeTask, returnTask } from './complete-task.ts'
import { type County, county, openSurvey, openTaskOf } from './county.testing.ts'
import { history } from './history.ts'
import { readCase, readTask } from './standing.ts'
import type { CaseWork } from './work.ts'

const ACTS: Record<string, (work: CaseWork, task: string) => Promise<unknown>> = {
  claim: (work, task) => claim(work, task),
  complete: (work, task) => completeTask(work, task, { data: { DLBM: '0101' } }),
  return: (work, task) => returnTask(work, task, { to: 'previous', reason: '有误' }),
}

const anAct = fc.constantFrom(...Object.keys(ACTS))

/** These tests commit: each person has a connection of their own, as in life. */
test('Qiang and Min act on one task at the same moment: one of them wins, the other is told by whom', async () => {
  const { db } = await committedDatabase('one_wins')
  const here = await inTransaction(db, (trx) => county(trx))
  const at = (trx: CaseWork['trx']): County => ({
    ...here,
    trx,
    as: (person, now) => ({ ...here.as(person, now), trx }),
  })
  const act = (person: Person, name: string, task: string) =>
    inTransaction(db, (trx) => ACTS[name]!(at(trx).as(person), task))

  await fc.assert(
    fc.asyncProperty(anAct, anAct, async (first, second) => {
      const task = await inTransaction(db, async (trx) => {
        const opened = await openSurvey(at(trx))
        await completeTask(at(trx).as(here.fang), opened.task.id, { outcome: 'field', data: { conclusion: '待查' } })
        return openTaskOf(at(trx), opened.id)
      })
      const both = await Promise.allSettled([act(here.qiang, first, task.id), act(here.min, second, task.id)])
      const lost = both.filter((one) => one.status === 'rejected')
      assert.equal(lost.length, 1)
      assert.ok(lost[0]!.reason instanceof Refusal)
      const { code, status, params } = lost[0]!.reason.problem
      assert.equal(status, 409)
      assert.match(code, /^cases\.task\.(already-done|with-other)$/)
      const winner = both[0]!.status === 'fulfilled' ? here.qiang : here.min
      assert.equal(params?.by, winner.name)
      await inTransaction(db, async (trx) => {
        const { done_by, assignee } = await readTask({ trx }, task.id)
        assert.equal(done_by ?? assignee, winner.id)
        const acts = (await history({ trx }, task.case_id)).filter((event) => event.taskId === task.id)
        assert.deepEqual(
          acts.map(({ by }) => by?.id),
          [winner.id],
        )
        const won = winner === here.qiang ? first : second
        assert.equal((await readCase({ trx }, task.case_id)).revision, won === 'claim' ? 1 : 2)
      })
    }),
    { numRuns: 200 },
  )
})
