import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { claim } from '../../../kernel/cases/claim.ts'
import { act, ask } from '../../../testing/act.ts'
import { inRollback } from '../../../testing/harness.ts'
import { assignTasks } from './actions/assign-tasks.ts'
import { recallTasks } from './actions/recall-tasks.ts'
import { removeRule, saveRule } from './actions/rules.ts'
import { dispatchStation } from './dispatch.testing.ts'
import { listDispatch } from './queries/dispatch-list.ts'
import { listDispatchPlaces } from './queries/dispatch-places.ts'
import { listWorkers } from './queries/people.ts'
import { listRules } from './queries/rules.ts'
import { allocate } from './rules/allocate.ts'

const EAST = '610799100201'
const WEST = '610799101201'
const REASON = { how: 'hand', reason: '就近' } as const
const codes = (refused: { problem: { code: string } }[]) => refused.map(({ problem }) => problem.code)

test('Chen Lei sees what waits in his organisation’s areas, not what belongs to another organisation', () =>
  inRollback(async (trx) => {
    const { chenlei, open, company, zhouping } = await dispatchStation(trx)
    const [east, west] = [await open(EAST), await open(WEST, 200)]
    const foreign = await open(WEST, 400, { organisation: company })
    const taken = await open(WEST, 600)
    await claim({ trx, person: zhouping, now: new Date() }, taken.id)
    const { rows, total } = await ask(trx, chenlei, listDispatch, {})
    assert.deepEqual(new Set(rows.map(({ id }) => id)), new Set([east.id, west.id]))
    assert.equal(total, 2)
    const { places } = await ask(trx, chenlei, listDispatchPlaces, { area: '610799100' })
    assert.deepEqual(
      places.map(({ id, centre }) => [id, Math.round(centre![0])]),
      [[east.id, 108]],
    )
    assert.ok(!rows.some(({ id }) => id === foreign.id))
  }))

test('Of five given out by hand two are done, and each of the others says why not', () =>
  inRollback(async (trx) => {
    const { chenlei, madong, liuxiaofeng, zhouping, open, company, read } = await dispatchStation(trx)
    const [east, west, foreign, stale, other] = [
      ...[await open(EAST), await open(WEST, 200), await open(EAST, 400, { organisation: company })],
      ...[await open(EAST, 600), await open(WEST, 800)],
    ] as const
    const answer = await act(trx, chenlei, assignTasks, {
      ...REASON,
      assignments: [
        { taskId: east!.id, to: liuxiaofeng.id, revision: 0 },
        { taskId: west!.id, to: madong.id },
        { taskId: foreign!.id, to: madong.id },
        { taskId: stale!.id, to: madong.id, revision: 7 },
        { taskId: other!.id, to: zhouping.id },
      ],
    })
    assert.deepEqual(new Set(answer.done), new Set([east!.id, west!.id]))
    assert.deepEqual(
      new Set(codes(answer.refused)),
      new Set([
        'fieldwork.dispatch.other-organisation',
        'cases.task.changed-meanwhile',
        'fieldwork.dispatch.person-elsewhere',
      ]),
    )
    assert.equal((await read(east!.id)).assignee, liuxiaofeng.id)
    const told = await sql<{
      n: number
    }>`select count(*)::int as n from field_dispatch_task where dispatch = ${answer.dispatch}`.execute(trx)
    assert.equal(told.rows[0]!.n, 2)
  }))

test('Liu may not work outside his town, so he is not given a task there', () =>
  inRollback(async (trx) => {
    const { chenlei, liuxiaofeng, open } = await dispatchStation(trx)
    const west = await open(WEST)
    const { refused } = await act(trx, chenlei, assignTasks, {
      ...REASON,
      assignments: [{ taskId: west.id, to: liuxiaofeng.id }],
    })
    assert.deepEqual(codes(refused), ['cases.reassign.not-in-pool'])
  }))

test('An investigator is no administrator: he may not give out', () =>
  inRollback(async (trx) => {
    const { madong, open } = await dispatchStation(trx)
    const assignments = [{ taskId: (await open(EAST)).id, to: madong.id }]
    await assert.rejects(act(trx, madong, assignTasks, { ...REASON, assignments }), /kernel.no-right/)
  }))

test('What was given by mistake is recalled; what is at work is not', () =>
  inRollback(async (trx) => {
    const { chenlei, madong, open, read } = await dispatchStation(trx)
    const [one, two, three] = [await open(EAST), await open(EAST, 200), await open(EAST, 400)]
    const assignments = [one, two].map(({ id }) => ({ taskId: id, to: madong.id }))
    await act(trx, chenlei, assignTasks, { ...REASON, assignments })
    await claim({ trx, person: madong, now: new Date() }, two.id)
    const taskIds = [one.id, two.id, three.id]
    const { done, refused } = await act(trx, chenlei, recallTasks, { taskIds, reason: '派错' })
    assert.deepEqual(done, [one.id])
    assert.deepEqual(
      new Set(codes(refused)),
      new Set(['fieldwork.dispatch.recall.begun', 'fieldwork.dispatch.recall.free']),
    )
    assert.equal((await read(one.id)).assignee, null)
  }))

test('Rules are data of the organisation; the plan they make is what is then done', () =>
  inRollback(async (trx) => {
    const { chenlei, madong, liuxiaofeng, zhouping, open, read } = await dispatchStation(trx)
    const tasks = [await open(EAST), await open(WEST, 200), await open(EAST, 400)]
    const rule = { business: '*', people: [], most: null, isOn: true }
    await act(trx, chenlei, saveRule, { ...rule, title: '其余按工作量', areaCode: '', by: 'load' })
    const town = { ...rule, title: '城关镇归刘晓峰', areaCode: '610799100', by: 'load', place: 1 } as const
    await act(trx, chenlei, saveRule, { ...town, people: [{ id: liuxiaofeng.id, centre: null }] })
    await assert.rejects(
      act(trx, chenlei, saveRule, { ...town, people: [{ id: zhouping.id, centre: null }] }),
      /fieldwork.dispatch.person-elsewhere/,
    )
    const { rows: rules } = await ask(trx, chenlei, listRules, {})
    assert.deepEqual(
      rules.map(({ title }) => title),
      ['城关镇归刘晓峰', '其余按工作量'],
    )
    const { rows: people } = await ask(trx, chenlei, listWorkers, {})
    assert.deepEqual(new Set(people.map(({ name }) => name)), new Set(['马东', '刘晓峰']))
    const { places } = await ask(trx, chenlei, listDispatchPlaces, {})
    const { given, left } = allocate(places, people, rules)
    assert.deepEqual([given.length, left], [3, []])
    const assignments = given.map(({ taskId, to, revision }) => ({ taskId, to, revision }))
    await act(trx, chenlei, assignTasks, { assignments, how: 'rule', reason: '按规则分派' })
    const owners = await Promise.all(tasks.map(async ({ id }) => (await read(id)).assignee))
    assert.deepEqual(owners, [liuxiaofeng.id, madong.id, liuxiaofeng.id])
    await act(trx, chenlei, removeRule, { id: rules[0]!.id })
    assert.equal((await ask(trx, chenlei, listRules, {})).rows.length, 1)
  }))
