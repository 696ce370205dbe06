import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkModel } from './check.ts'
import type { ProcessModel, Step } from './model.ts'
import { border, child, choice, end, join, model, Play, split, task } from './test-kit.ts'

const each = (list: string, ...steps: Step[]): ProcessModel =>
  model(task('a', 's'), { ...split('s', 'x'), each: list } as Step, ...steps, task('b', 'end'), end())

test('WCP-14: a part is gone once for each of a list, at the same time, and left when all have ended', () => {
  const of = each('plots', task('x', 'y'), task('y', 'j'), join('j', 's', 'b'))
  assert.deepEqual(checkModel(of), [])
  const play = new Play(of, { plots: ['p1', 'p2', 'p3'] })
  play.do('a')
  assert.deepEqual(play.open, ['x', 'x', 'x'])
  play.do('x')
  play.do('y')
  play.do('x')
  play.do('x')
  assert.deepEqual(play.open, ['y', 'y'])
  play.do('y')
  play.do('y')
  assert.deepEqual(play.open, ['b'])
})

test('expressions inside see what their turn is for; for an empty list the case goes on behind the join', () => {
  const of = each(
    'plots',
    choice('x', 'big:y?item.area > 10; small:j'),
    task('y', 'c'),
    child('c', 'j', { inputs: { plot: 'item.id' } }),
    join('j', 's', 'b'),
  )
  assert.deepEqual(checkModel(of), [])
  const plots = [
    { id: 'p1', area: 4 },
    { id: 'p2', area: 40 },
  ]
  const play = new Play(of, { plots })
  play.do('a')
  assert.deepEqual(play.open, ['y'])
  play.do('y')
  assert.deepEqual(
    play.last.effects.map((effect) => 'facts' in effect && effect.facts),
    [{ plot: 'p2' }],
  )
  const none = new Play(of, { plots: [] })
  none.do('a')
  assert.deepEqual(none.open, ['b'])
})

test('WCP-34: so many turns are enough, the others are taken away', () => {
  const play = new Play(each('[1,2,3]', task('x', 'j'), join('j', 's', 'b', { need: 2, rest: 'cancel' })))
  play.do('a')
  play.do('x')
  play.do('x')
  assert.deepEqual([play.open, play.last.cancelled.length], [['b'], 1])
})

test('one turn goes back before the part and comes again to its own; an event on the border takes all of them away', () => {
  const of = each(
    '[1,2]',
    task('x', 'y'),
    task('y', 'j'),
    join('j', 's', 'b'),
    border('gone', 's', 'b', undefined, { event: 'withdrawn' }),
  )
  assert.deepEqual(checkModel(of), [])
  const play = new Play(of)
  play.do('a')
  play.do('x')
  play.back('y', 'a', 'branch')
  assert.deepEqual(play.open, ['a', 'x'])
  play.do('a')
  assert.deepEqual(play.open, ['x', 'x'])
  play.act({ type: 'eventReceived', token: play.token('gone') })
  assert.deepEqual(play.open, ['b'])
})

test('WCP-13 in turn: the next begins when the one before has come to the join, until so many have', () => {
  const turns = { ...split('s', 'x'), each: '["p","q","r"]', inTurn: true } as Step
  const of = model(
    turns,
    choice('x', 'skip:j?item = "q"; on:y'),
    task('y', 'j'),
    join('j', 's', 'b'),
    task('b', 'end'),
    end(),
  )
  assert.deepEqual(checkModel(of), [])
  const play = new Play(of)
  assert.deepEqual(play.open, ['y'])
  play.do('y')
  assert.deepEqual(play.open, ['y'], 'q asks nobody')
  play.do('y')
  assert.deepEqual(play.open, ['b'])
  const enough = new Play(model(turns, task('x', 'j'), join('j', 's', 'end', { need: 2, rest: 'cancel' }), end()))
  enough.do('x')
  enough.do('x')
  assert.ok(enough.over)
})

test('child cases in turn: each is opened when the one before has ended', () => {
  const of = model(
    child('c', 'done:b stop:end', { each: '[1,2,3]', inTurn: true, inputs: { n: 'item' }, outputs: { sum: 'n' } }),
    task('b', 'end'),
    end(),
  )
  const play = new Play(of)
  const opened = () => play.last.effects.map((effect) => 'facts' in effect && effect.facts)
  assert.deepEqual(opened(), [{ n: 1 }])
  play.act({ type: 'caseEnded', token: play.token('c'), result: 'done', facts: { n: 1 } })
  assert.deepEqual(opened(), [{ n: 2 }])
  play.act({ type: 'caseEnded', token: play.token('c'), result: 'done', facts: { n: 2 } })
  play.act({ type: 'caseEnded', token: play.token('c'), result: 'done', facts: { n: 3 } })
  assert.deepEqual([play.open, play.facts.sum], [['b'], [1, 2, 3]])
})

test('without a join of its own, or with several ways, it is refused', () => {
  const codes = (of: ProcessModel) => checkModel(of).map(({ code }) => code.replace('process.model.', ''))
  assert.ok(codes(each('[1]', task('x', 'end'))).includes('each-needs-part'))
  const two = { ...split('s', 'x y'), each: '[1]' } as Step
  assert.ok(codes(model(two, task('x', 'j'), task('y', 'j'), join('j', 's', 'end'), end())).includes('each-needs-part'))
})

test('a slip in a number does not open a million branches: the act is refused', () => {
  const of = each('for item in 1..count return item', task('x', 'j'), join('j', 's', 'b'))
  const play = new Play(of, { count: 501 })
  assert.equal(play.refused({ type: 'completeTask', task: play.task('a') }), 'process.list.too-long')
  play.facts = { count: 500 }
  play.do('a')
  assert.equal(play.open.length, 500)
})
