// 业务中心: XX023.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countBox } from '../../kernel/cases/lists/count-boxes.ts'
import { countByBusiness } from '../../kernel/cases/lists/count-by-business.ts'
import { foldTasks } from '../../kernel/cases/lists/fold-tasks.ts'
import type { Refusal } from '../../kernel/problems/problem.ts'
import { claimTask } from '../../modules/casework/actions/claim-task.ts'
import { arrangeCards } from '../../modules/centre/actions/arrange.ts'
import { listBusinesses } from '../../modules/centre/queries/list-businesses.ts'
import { recentCases } from '../../modules/centre/queries/recent.ts'
import { publishOwnership } from '../../modules/ownership/publish.ts'
import { act, ask } from '../act.ts'
import { inRollback } from '../harness.ts'
import { fileAt, type Office, office, taskAt, work } from './approvals-office.testing.ts'

const inOffice = (story: (here: Office) => Promise<void>) =>
  inRollback(async (trx) => {
    const here = await office(trx)
    await publishOwnership(trx, new Date())
    await story(here)
  })

test('XX023 Everybody sees the businesses they work in, what waits there, and how to begin', () =>
  inOffice(async (here) => {
    const { trx, liumin, chengang } = here
    await fileAt(here, 'LSYD')
    const second = await fileAt(here, 'LSYD')
    await act(trx, liumin, claimTask, { taskId: (await taskAt(here, second.caseId, 'accept', liumin)).id })
    const { rows } = await ask(trx, liumin, listBusinesses, {})
    const temporary = rows.find(({ business }) => business === 'approvals.temporary')!
    assert.deepEqual(
      [temporary.group, temporary.todo, temporary.doing, temporary.begin.map(({ way }) => way)],
      ['approvals', 1, 1, [{ kind: 'item', code: 'LSYD' }]],
    )
    // The window is no step of the homestead change, but may file one.
    const homestead = rows.find(({ business }) => business === 'ownership.homestead')!
    assert.deepEqual(
      homestead.begin.map(({ way }) => way),
      [{ kind: 'process', key: 'ownership.homestead' }],
    )
    const signs = (await ask(trx, chengang, listBusinesses, {})).rows.map(({ business }) => business)
    assert.ok(signs.includes('approvals.temporary') && !signs.includes('approvals.cadastral'), signs.join())
  }))

test('XX023 The counts are those of the worklist, before the tasks of the day are folded and after', () =>
  inOffice(async (here) => {
    const { trx, liumin, caijing } = here
    await fileAt(here, 'SSNYD', { applicant: { name: '东关村合作社', kind: 'collective' } })
    const { caseId } = await fileAt(here, 'LSYD')
    await work(here, liumin, caseId, 'accept', { outcome: 'accept' })
    const context = { trx, now: new Date() }
    const same = async () => {
      for (const person of [liumin, caijing])
        for (const box of ['todo', 'doing'] as const) {
          const by = await countByBusiness({ ...context, person }, box)
          const sum = [...by.values()].reduce((total, one) => total + one.total, 0)
          assert.equal(sum, (await countBox({ ...context, person }, box)).total)
          for (const [business, counted] of by)
            assert.deepEqual(await countBox({ ...context, person }, box, { business }), counted)
        }
    }
    await same()
    await foldTasks(context)
    await same()
  }))

test('XX023 Cards stand as their owner has put them, and for nobody else; what is not there is refused', () =>
  inOffice(async ({ trx, liumin, caijing }) => {
    const cards = [
      { business: 'ownership.homestead', isFavourite: true },
      { business: 'approvals.works', isFavourite: false },
    ]
    await act(trx, liumin, arrangeCards, { cards })
    const names = async (person: typeof liumin) =>
      (await ask(trx, person, listBusinesses, {})).rows
        .slice(0, 2)
        .map(({ business, isFavourite }) => [business, isFavourite])
    assert.deepEqual(await names(liumin), [
      ['ownership.homestead', true],
      ['approvals.works', false],
    ])
    assert.deepEqual((await names(caijing))[0]![1], false)
    const code = (doing: Promise<unknown>) => doing.catch((error) => (error as Refusal).problem.code)
    const one = { business: 'approvals.moon', isFavourite: true }
    assert.equal(await code(act(trx, liumin, arrangeCards, { cards: [one] })), 'centre.business.arrange.unknown')
    assert.equal(
      await code(act(trx, liumin, arrangeCards, { cards: [cards[0]!, cards[0]!] })),
      'centre.business.arrange.twice',
    )
  }))

test('XX023 What one did last comes first, each case once', () =>
  inOffice(async (here) => {
    const { trx, liumin, caijing } = here
    const { caseId } = await fileAt(here, 'LSYD')
    await work(here, liumin, caseId, 'accept', { outcome: 'accept' })
    const second = await fileAt(here, 'LSYD')
    await act(trx, liumin, claimTask, { taskId: (await taskAt(here, second.caseId, 'accept', liumin)).id })
    const { rows } = await ask(trx, liumin, recentCases, {})
    assert.deepEqual(new Set(rows.map(({ id }) => id)), new Set([caseId, second.caseId]))
    assert.deepEqual((await ask(trx, caijing, recentCases, {})).rows, [])
  }))
