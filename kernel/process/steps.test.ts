import assert from 'node:assert/strict'
import { test } from 'node:test'
import { invalid } from '../problems/problem.ts'
import { decideWith } from './decision/decide.ts'
import type { DecisionTable } from './decision/table.ts'
import { child, choice, decision, end, model, Play, task } from './test-kit.ts'

const table: DecisionTable = {
  id: 'level-table',
  name: 'who approves',
  version: 'v1',
  hitPolicy: 'U',
  inputs: [{ id: 'i', label: 'area', expression: 'area' }],
  outputs: [{ name: 'level', label: 'level', values: [] }],
  annotations: [],
  rules: [
    { id: 'r1', tests: ['< 35'], results: ['"city"'], annotations: [] },
    { id: 'r2', tests: ['>= 35'], results: ['"province"'], annotations: [] },
  ],
}

const approval = (ways = 'x') =>
  model(
    task('a', 'level'),
    decision('level', ways),
    choice('x', 'province:p?level = "province"; city:c'),
    task('p', 'end'),
    task('c', 'end'),
    end(),
  )

test('a decision table is asked on the way; its answer is a fact that conditions see and the case keeps', () => {
  const play = new Play(approval(), { area: 40 }, decideWith([table]))
  play.do('a')
  assert.deepEqual([play.open, play.last.facts], [['p'], { level: 'province' }])
})

test('a table without an answer refuses the act before it, or goes the way called «failed»', () => {
  const play = new Play(approval(), {}, decideWith([table]))
  assert.equal(play.refused({ type: 'completeTask', task: play.task('a') }), 'process.decision.no-answer')
  const aside = new Play(approval('on:x failed:end'), {}, decideWith([table]))
  aside.do('a')
  assert.ok(aside.over)
  const bare = new Play(approval(), { area: 1 })
  assert.equal(bare.refused({ type: 'completeTask', task: bare.task('a') }), 'process.decision.not-loaded')
  const other = new Play(approval(), { area: 1 }, () => invalid('some.problem'))
  assert.equal(other.refused({ type: 'completeTask', task: other.task('a') }), 'some.problem')
})

test('inputs and outputs of a decision are given the names the table and the case use; a version is kept to', () => {
  const step = { ...decision('level', 'end'), inputs: { area: 'parcel.area / 15' }, outputs: { approver: 'level' } }
  const facts = { parcel: { area: 600 } }
  const asked = (version?: string) =>
    new Play(model(task('a', 'level'), { ...step, version } as typeof step, end()), facts, decideWith([table]))
  const play = asked('v1')
  play.do('a')
  assert.deepEqual(play.last.facts, { approver: 'province' })
  const other = asked('v2')
  assert.equal(other.refused({ type: 'completeTask', task: other.task('a') }), 'process.decision.not-found')
})

const parent = (ways: string) =>
  new Play(model(child('k', ways, { outputs: { number: 'documentNumber' } }), end(), end('refused')))

test("a child's result chooses the way, and what it found becomes the parent's", () => {
  const play = parent('done:end rejected:refused')
  const ended = {
    type: 'caseEnded',
    token: play.token('k'),
    result: 'rejected',
    facts: { documentNumber: '1' },
  } as const
  play.act(ended)
  assert.deepEqual([play.state.result, play.last.facts], ['refused', { number: '1' }])
  assert.equal(play.refused(ended), 'process.not-running')
})

test('a child closed irregularly waits for a person, who opens another, unless the model has a way for it', () => {
  const play = parent('end')
  const first = play.token('k')
  play.act({ type: 'caseEnded', token: first, result: 'cancelled' })
  assert.deepEqual(play.last.effects, [{ kind: 'incident', token: play.token('k'), step: 'k', reason: 'cancelled' }])
  play.act({ type: 'retryService', token: play.token('k') })
  assert.equal(play.last.effects[0]?.kind, 'openCase')
  const aside = parent('done:end cancelled:refused')
  aside.act({ type: 'caseEnded', token: aside.token('k'), result: 'cancelled' })
  assert.equal(aside.state.result, 'refused')
})

test('a child case for each of a list: the last to end goes on with the answers of all (并联审批)', () => {
  const each = { each: 'departments', inputs: { department: 'item' }, outputs: { opinions: 'opinion' } }
  const asked = () =>
    new Play(model(child('k', 'done:a refused:refused', each), task('a', 'end'), end(), end('refused')), {
      departments: ['forest', 'water'],
    })
  const play = asked()
  const [forest, water] = play.state.tokens.map(({ id }) => id) as [string, string]
  assert.deepEqual(play.last.effects, [
    { kind: 'openCase', token: forest, step: 'k', process: 'other', facts: { department: 'forest' } },
    { kind: 'openCase', token: water, step: 'k', process: 'other', facts: { department: 'water' } },
  ])
  play.act({ type: 'caseEnded', token: water, result: 'done', facts: { opinion: 'dry' } })
  assert.deepEqual([play.at, play.last.facts], [['k'], { opinions: ['dry'] }])
  play.act({ type: 'caseEnded', token: forest, result: 'completed', facts: { opinion: 'no trees' } })
  assert.deepEqual([play.open, play.last.facts], [['a'], { opinions: ['dry', 'no trees'] }])
  const vetoed = asked()
  vetoed.act({ type: 'caseEnded', token: vetoed.token('k'), result: 'refused' })
  assert.equal(vetoed.state.result, 'refused')
  assert.deepEqual(
    vetoed.last.effects.map(({ kind }) => kind),
    ['cancelCase', 'end'],
  )
  const nobody = new Play(model(child('k', 'a', each), task('a', 'end'), end()), { departments: [] })
  assert.deepEqual(nobody.open, ['a'])
})

test('what opened a child case cannot be withdrawn, and a case that is closed closes its child', () => {
  const play = new Play(model(task('a', 'k'), child('k', 'end'), end()))
  const done = play.do('a')
  assert.equal(play.refused({ type: 'withdraw', task: done }), 'process.withdraw.next-has-acted')
  play.act({ type: 'cancel' })
  assert.deepEqual(
    play.last.effects.map(({ kind }) => kind),
    ['cancelCase', 'end'],
  )
})
