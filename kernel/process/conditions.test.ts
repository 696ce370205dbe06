import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkModel } from './check.ts'
import { border, condition, end, join, model, Play, race, split, task, timer } from './test-kit.ts'

const asked = { type: 'factsChanged' } as const

test('a condition that holds already lets the case through; else it waits until the data make it true', () => {
  const of = model(condition('paid', 'b', 'fee = 0'), task('b', 'end'), end())
  assert.deepEqual(checkModel(of), [])
  assert.deepEqual(new Play(of, { fee: 0 }).open, ['b'])
  const play = new Play(of, { fee: 12 })
  assert.deepEqual([play.at, play.last.effects], [['paid'], []])
  play.act(asked)
  assert.deepEqual(play.at, ['paid'])
  play.facts = { fee: 0 }
  play.act(asked)
  assert.deepEqual(play.open, ['b'])
})

test('what is not known yet does not hold, and is no error', () => {
  const play = new Play(model(condition('paid', 'end', 'fee = 0'), end()))
  play.act(asked)
  assert.deepEqual(play.at, ['paid'])
})

test('an act that changes the data wakes a condition in another branch', () => {
  const of = model(
    split('s', 'a paid'),
    task('a', 'j'),
    condition('paid', 'b', 'fee = 0'),
    task('b', 'j'),
    join('j', 's', 'end'),
    end(),
  )
  const play = new Play(of)
  play.act({ type: 'completeTask', task: play.task('a'), data: { fee: 0 } })
  assert.deepEqual(play.open, ['b'])
})

test('on a border: interrupting it takes the place of the step, beside it goes off once', () => {
  const stops = new Play(
    model(task('a', 'end'), border('gone', 'a', 'b', undefined, { when: 'withdrawn' }), task('b', 'end'), end()),
  )
  stops.facts = { withdrawn: true }
  stops.act(asked)
  assert.deepEqual([stops.open, stops.last.cancelled.length], [['b'], 1])
  const tells = new Play(
    model(task('a', 'end'), border('big', 'a', 'b', 'beside', { when: 'area > 10' }), task('b', 'end'), end()),
    { area: 12 },
  )
  assert.deepEqual(tells.open, ['a', 'b'])
  tells.do('b')
  tells.act(asked)
  assert.deepEqual(tells.open, ['a'])
})

test('in a race whatever comes first withdraws the others', () => {
  const of = model(
    race('r', 'late paid'),
    timer('late', 'end'),
    condition('paid', 'b', 'fee = 0'),
    task('b', 'end'),
    end(),
  )
  assert.deepEqual(checkModel(of), [])
  const play = new Play(of)
  play.facts = { fee: 0 }
  play.act(asked)
  assert.deepEqual([play.open, play.last.effects.map(({ kind }) => kind)], [['b'], ['stopWaiting']])
})

test('conditions that hold in a circle turn once in one act', () => {
  const of = model(condition('x', 'y', 'true'), condition('y', 'x2', 'true'), condition('x2', 'end', 'false'), end())
  assert.deepEqual(new Play(of).at, ['x2'])
})

test('an act that let a condition hold is taken back whole', () => {
  const of = model(task('a', 'paid'), condition('paid', 'b', 'fee = 0'), task('b', 'end'), end())
  const play = new Play(of, { fee: 0 })
  const done = play.do('a')
  assert.deepEqual(play.open, ['b'])
  play.act({ type: 'withdraw', task: done })
  assert.deepEqual(play.open, ['a'])
})
