import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allocate } from './allocate.ts'
import type { DispatchRule, WaitingTask, Worker } from './plan.ts'

const task = (id: string, areaCode: string, centre: [number, number] | null, business = 'landuse'): WaitingTask => ({
  ...{ id, number: id, business, areaCode, organisation: null, centre, revision: 3 },
})
const worker = (id: string, area: string, open = 0, centre: [number, number] | null = null): Worker => ({
  ...{ id, name: id, open, centre },
  rights: [{ role: 'investigator', verbs: [], organisation: null, area, business: '*' }],
})
const rule = (more: Partial<DispatchRule>): DispatchRule => ({
  ...{ id: 'r', title: 'r', business: '*', areaCode: '', by: 'load', people: [], most: null, isOn: true },
  ...more,
})
const who = (plan: ReturnType<typeof allocate>) => plan.given.map(({ taskId, to }) => `${taskId}→${to}`)

test('by load: whoever has least gets the next, what was just given counted', () => {
  const tasks = ['1', '2', '3', '4'].map((id) => task(id, '61', null))
  assert.deepEqual(who(allocate(tasks, [worker('ma', '61', 2), worker('liu', '61')], [rule({})])), [
    '1→liu',
    '2→liu',
    '3→ma',
    '4→liu',
  ])
})

test('by the nearest centre: the place named in the rule, else where one works now', () => {
  const workers = [worker('ma', '61', 0, [107, 33]), worker('liu', '61', 0, [108, 33])]
  const tasks = [task('west', '61', [107.1, 33]), task('east', '61', [107.9, 33]), task('nowhere', '61', null)]
  const plan = allocate(tasks, workers, [rule({ by: 'nearest' })])
  assert.deepEqual(who(plan), ['west→ma', 'east→liu'])
  assert.deepEqual(plan.left, [{ taskId: 'nowhere', why: 'noPlace' }])
  assert.ok(Math.abs(plan.given[0]!.metres! - 9325) < 30)
  const moved = rule({
    by: 'nearest',
    people: [
      { id: 'ma', centre: [109, 33] },
      { id: 'liu', centre: null },
    ],
  })
  assert.deepEqual(who(allocate(tasks.slice(0, 1), workers, [moved])), ['west→liu'])
})

test('by area and business: the first rule that speaks of a task decides, one switched off does not', () => {
  const rules = [
    rule({ id: 'off', isOn: false }),
    rule({ id: 'patrol', business: 'patrol', people: [{ id: 'liu', centre: null }] }),
    rule({ id: 'town', areaCode: '610799100', people: [{ id: 'ma', centre: null }] }),
  ]
  const tasks = [
    task('a', '610799100201', null),
    task('b', '610799100201', null, 'patrol'),
    task('c', '610799101', null),
  ]
  const plan = allocate(tasks, [worker('ma', '610799'), worker('liu', '610799')], rules)
  assert.deepEqual([who(plan), plan.left], [['a→ma', 'b→liu'], [{ taskId: 'c', why: 'noRule' }]])
})

test('nobody is given what they may not do, nor more than the rule allows', () => {
  const plan = allocate(
    [task('a', '610799101', null), task('b', '610799100', null), task('c', '610799100', null)],
    [worker('liu', '610799100')],
    [rule({ most: 1 })],
  )
  assert.deepEqual([who(plan), plan.left.map(({ why }) => why)], [['b→liu'], ['nobody', 'full']])
})

test('in turn', () => {
  const tasks = ['1', '2', '3'].map((id) => task(id, '61', null))
  const plan = allocate(tasks, [worker('ma', '61', 9), worker('liu', '61')], [rule({ by: 'turn' })])
  assert.deepEqual(who(plan), ['1→ma', '2→liu', '3→ma'])
})
