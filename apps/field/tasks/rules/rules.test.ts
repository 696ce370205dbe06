import assert from 'node:assert/strict'
import { test } from 'node:test'
import { amending, indexTasks, type TaskIndex } from './index-tasks.ts'
import type { ListedTask } from './listed-task.ts'
import { localStates, nothingLocal } from './local-state.ts'
import { actsOf } from './task-acts.ts'
import { emptyFilter, pickTasks, type TaskFilter, urgencyOf } from './task-index.ts'

const words = { zh: '外业举证', en: 'Field evidence' }
const task = (id: string, more: Partial<ListedTask> = {}): ListedTask => ({
  ...{
    id,
    caseId: id,
    number: `监〔2026〕${id}`,
    title: `图斑 ${id}`,
    step: 'field',
    stepTitle: words,
    business: 'landuse',
  },
  ...{
    businessTitle: { zh: '土地监测', en: 'Land monitoring' },
    areaCode: '610799100201',
    areaName: '城关镇',
    state: 'open',
  },
  ...{ mine: false, holder: null, reason: 'flow', openedAt: '2026-11-20T00:00:00Z', claimedAt: null, doneAt: null },
  ...{
    due: '2026-12-10',
    revision: 0,
    patches: 0,
    photos: 0,
    centre: [107.7, 33],
    box: [107.7, 33, 107.701, 33.001],
    area: 900,
  },
  ...{ noSurvey: null, isDiscovered: false, local: nothingLocal },
  ...more,
})
const holder = { id: 'p', name: '马东' }
const NOW = Date.parse('2026-11-27T04:00:00Z')
const tasks = [
  task('1', { due: '2026-11-26' }),
  task('2', { due: null, areaCode: '610799101201', areaName: '清水河镇', box: [107.9, 33, 107.91, 33.01] }),
  task('3', { state: 'claimed', mine: true, holder, due: '2026-11-29', openedAt: '2026-11-26T00:00:00Z' }),
  task('4', { state: 'claimed', holder: { id: 'q', name: '刘晓峰' }, business: 'patrol', box: null }),
  task('5', { state: 'done', mine: true, holder }),
  task('6', { local: { work: 'saved', unsent: 2, request: 'task.claim' } }),
]
const index = indexTasks(tasks)
const ids = (
  filter: Partial<TaskFilter>,
  sort: 'due' | 'distance' | 'newest' = 'due',
  place: [number, number] | null = null,
) => pickTasks(index, { ...emptyFilter, ...filter }, sort, place, NOW).map(({ id }) => id)

test('to do, doing, done, all: by what the server knows and what was begun here without it', () => {
  assert.deepEqual(ids({ tab: 'todo' }), ['1', '2'])
  assert.deepEqual(ids({ tab: 'doing' }), ['3', '6'])
  assert.deepEqual(ids({ tab: 'done' }), ['5'])
  assert.equal(ids({}).length, 6)
})

test('found by words in any order, full-width and small letters alike', () => {
  assert.deepEqual(ids({ text: '清水河 图斑' }), ['2'])
  assert.deepEqual(ids({ text: '刘晓峰' }), ['4'])
  assert.deepEqual(ids({ text: 'ＬＡＮＤ　monitoring' }).length, 6)
  assert.deepEqual(ids({ text: '没有' }), [])
})

test('a number is found in whatever brackets the keyboard has', () => {
  for (const text of ['监〔2026〕2', '监(2026)2', '监（2026）2', '监[2026]2', '监【2026】2'])
    assert.deepEqual(ids({ text }), ['2'], text)
})

test('a title with any letter in it, also what divides them where all are folded at once, is found where it is', () => {
  const index = indexTasks([task('1', { title: '甲\0乙' }), task('2')])
  const found = ['甲', '图斑 2'].map((text) => pickTasks(index, { ...emptyFilter, text }, 'due', null, NOW))
  assert.deepEqual(
    found.map((some) => some.map(({ id }) => id)),
    [['1'], ['2']],
  )
})

test('by area, business, last day and state', () => {
  assert.deepEqual(ids({ area: '610799101' }), ['2'])
  assert.deepEqual(ids({ business: 'patrol' }), ['4'])
  assert.deepEqual([ids({ due: 'overdue' }), ids({ due: 'soon' }), ids({ due: 'none' })], [['1'], ['3'], ['2']])
  assert.deepEqual(
    [ids({ state: 'others' }), ids({ state: 'free' }), ids({ state: 'waiting' })],
    [['4'], ['1', '6', '2'], ['6']],
  )
  assert.equal(urgencyOf('2026-11-27', NOW), 'soon')
})

test('sorted by the last day, by distance from here, by what came last; what lies nowhere comes last', () => {
  assert.deepEqual(ids({}), ['1', '3', '4', '5', '6', '2'])
  assert.deepEqual(ids({}, 'distance', [107.9, 33])[0], '2')
  assert.equal(ids({}, 'distance', [107.9, 33]).at(-1), '4')
  assert.equal(ids({}, 'distance', [107.7, 33]).at(-2), '2')
  assert.equal(ids({}, 'newest')[0], '3')
})

test('a hundred thousand tasks are searched and sorted (how fast: bench/field)', () => {
  const many = indexTasks(
    Array.from({ length: 100_000 }, (_, i) =>
      task(`${i}`, {
        box: [107 + (i % 977) / 977, 33 + (i % 613) / 613, 107.001 + (i % 977) / 977, 33.001 + (i % 613) / 613],
      }),
    ),
  )
  pickTasks(many, emptyFilter, 'distance', [107.1, 33.1], NOW)
  const found = pickTasks(many, { ...emptyFilter, text: '图斑 9999' }, 'distance', [107.5, 33.5], NOW)
  assert.equal(found.length, 19)
})

test('where some tasks have changed the list is as if it had been made anew, also for whoever was searching', () => {
  ids({ text: '图斑 2' })
  const now = tasks.with(1, task('2', { due: '2026-11-25', title: '图斑二 改了名字的', box: null }))
  const asked = [{}, { text: '改了' }, { text: '图斑 3' }, { text: '图斑 2' }, { tab: 'todo' }] as const
  const said = (index: TaskIndex) =>
    asked.flatMap((filter) =>
      (['due', 'distance', 'newest'] as const).map((sort) =>
        pickTasks(index, { ...emptyFilter, ...filter }, sort, [107.9, 33], NOW).map(({ id, title }) => id + title),
      ),
    )
  const steps = amending(index, new Map([[1, now[1]!]]))
  let step = steps.next()
  while (!step.done) step = steps.next()
  assert.deepEqual(said(step.value), said(indexTasks(now)))
})

test('letter by letter and back again: a search that goes on with the last one finds what a new one would', () => {
  const many = indexTasks(Array.from({ length: 500 }, (_, i) => task(`${i}`)))
  for (const text of ['〕4', '〕41', '〕412', '〕41', '〕41 镇', '〕41 清', '〕4', '〕49', '']) {
    const anew = indexTasks(many.tasks)
    const found = [many, anew].map((one) => pickTasks(one, { ...emptyFilter, text }, 'newest', null, NOW).length)
    assert.equal(found[0], found[1], text)
  }
})

test('offered: what is free is signed for, one’s own given back or marked, a colleague’s taken over, handed-in work taken back', () => {
  assert.deepEqual(
    tasks.map((one) => actsOf(one)[0]),
    ['claim', 'claim', 'return', 'force', 'withdraw', undefined],
  )
  const marked = task('8', { state: 'claimed', mine: true, holder, noSurvey: { reason: '同地类', at: '' } })
  assert.deepEqual(actsOf(marked), ['handIn', 'surveyAfterAll', 'return'])
  assert.deepEqual(actsOf(task('7', { state: 'done', mine: true, isDiscovered: true })), ['withdraw', 'delete'])
})

test('what waits on this phone: requests apart from work, a refused request does not make the work bad', () => {
  const act = (kind: string, state: 'waiting' | 'aside' | 'done', taskId = 't') =>
    ({ state, operation: { kind, taskId } }) as Parameters<typeof localStates>[0][number]
  const states = localStates(
    [
      act('task.claim', 'aside', 'a'),
      act('photo.add', 'waiting', 'b'),
      act('task.return', 'waiting', 'b'),
      act('task.submit', 'waiting', 'c'),
      act('patch.save', 'aside', 'd'),
    ],
    ['e'],
  )
  assert.equal(states.get('a'), undefined)
  assert.deepEqual(states.get('b'), { work: 'saved', unsent: 2, request: 'task.return' })
  assert.deepEqual(
    ['c', 'd', 'e'].map((id) => states.get(id)!.work),
    ['submitting', 'aside', 'draft'],
  )
})
