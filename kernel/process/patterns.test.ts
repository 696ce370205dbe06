import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkModel } from './check.ts'
import { isFeel } from './feel.ts'
import type { ProcessModel, Step } from './model.ts'
import { choice, end, join, model, Play, race, receive, service, some, split, task, timer } from './test-kit.ts'

/** The control-flow patterns of van der Aalst and others that must hold; those of co-signing are in patterns-instances. */
const sound = (...steps: Step[]): ProcessModel => {
  const made = model(...steps)
  assert.deepEqual(checkModel(made, { isExpression: isFeel }), [])
  return made
}

const threeReviews = (more: object = {}): ProcessModel =>
  sound(
    split('s', 'a b c'),
    task('a', 'j'),
    task('b', 'j'),
    task('c', 'j'),
    join('j', 's', 'd', more),
    task('d', 'end'),
    end(),
  )

test('WCP-01 sequence: the second step opens when the first is done', () => {
  const play = new Play(sound(task('a', 'b'), task('b', 'end'), end()))
  assert.deepEqual(play.open, ['a'])
  play.do('a')
  assert.deepEqual(play.open, ['b'])
  play.do('b')
  assert.ok(play.over)
})

test('WCP-02 parallel split: all branches open at once', () => {
  assert.deepEqual(new Play(threeReviews()).open, ['a', 'b', 'c'])
})

test('WCP-03 synchronization: the step behind the join waits for the last branch', () => {
  const play = new Play(threeReviews())
  play.do('b')
  play.do('a')
  assert.deepEqual(play.open, ['c'])
  play.do('c')
  assert.deepEqual(play.open, ['d'])
})

test('WCP-04 exclusive choice: the facts choose one way, the default where none fits', () => {
  const either = sound(
    task('a', 'x'),
    choice('x', 'big:b?area > 10; small:c'),
    task('b', 'end'),
    task('c', 'end'),
    end(),
  )
  const [big, small] = [new Play(either, { area: 11 }), new Play(either, { area: 10 })]
  big.do('a')
  small.do('a')
  assert.deepEqual([big.open, small.open], [['b'], ['c']])
})

test('WCP-05 simple merge: two ways lead to the same step, which opens once', () => {
  const play = new Play(sound(task('a', 'yes:b no:c'), task('b', 'd'), task('c', 'd'), task('d', 'end'), end()))
  play.do('a', 'no')
  play.do('c')
  assert.deepEqual(play.open, ['d'])
})

const departments = (): ProcessModel =>
  sound(
    some('s', 'land:a?farmland; forest:b?trees; none:c'),
    task('a', 'j'),
    task('b', 'j'),
    task('c', 'j'),
    join('j', 's', 'd'),
    task('d', 'end'),
    end(),
  )

test('WCP-06 multi-choice: every way whose condition holds is taken', () => {
  assert.deepEqual(new Play(departments(), { farmland: true, trees: true }).open, ['a', 'b'])
  assert.deepEqual(new Play(departments(), { farmland: false, trees: false }).open, ['c'])
})

test('WCP-07 structured synchronizing merge: the join waits for the chosen branches only', () => {
  const play = new Play(departments(), { farmland: true, trees: true })
  play.do('a')
  assert.deepEqual(play.open, ['b'])
  play.do('b')
  assert.deepEqual(play.open, ['d'])
})

test('WCP-09 structured discriminator: the first branch lets the case go on, the others end quietly', () => {
  const play = new Play(threeReviews({ need: 1 }))
  play.do('b')
  assert.deepEqual(play.open, ['a', 'c', 'd'])
  play.do('a')
  play.do('d')
  assert.deepEqual([play.open, play.over], [['c'], false])
  play.do('c')
  assert.ok(play.over)
})

test('WCP-10 arbitrary cycles: a case may go round through several entries and exits', () => {
  const play = new Play(sound(task('a', 'b'), task('b', 'again:a on:c'), task('c', 'again:b done:end'), end()))
  play.do('a')
  play.do('b', 'again')
  play.do('a')
  play.do('b', 'on')
  play.do('c', 'again')
  play.do('b', 'on')
  play.do('c', 'done')
  assert.ok(play.over)
})

test('WCP-11 implicit termination: the case ends when nothing is left to do', () => {
  const play = new Play(sound(split('s', 'a b'), task('a', 'end'), task('b', 'end2'), end(), end('end2')))
  play.do('a')
  assert.ok(!play.over)
  play.do('b')
  assert.ok(play.over)
  assert.deepEqual(play.last.effects, [{ kind: 'end', result: 'end2' }])
})

test('WCP-16 deferred choice: both are offered, the first to act takes the other away', () => {
  const either = sound(race('r', 'a t'), task('a', 'b'), timer('t', 'c'), task('b', 'end'), task('c', 'end'), end())
  const acted = new Play(either)
  acted.do('a')
  assert.deepEqual([acted.at, acted.last.effects.map(({ kind }) => kind)], [['b'], ['stopWaiting']])
  const late = new Play(either)
  late.act({ type: 'timerFired', token: late.token('t') })
  assert.deepEqual([late.at, late.last.cancelled.map(({ step }) => step)], [['c'], ['a']])
})

test('WCP-18 milestone: a branch goes on only when another case or branch has reported', () => {
  const play = new Play(
    sound(split('s', 'a m'), task('a', 'j'), receive('m', 'b'), task('b', 'j'), join('j', 's', 'end'), end()),
  )
  play.do('a')
  assert.deepEqual(play.at, ['j', 'm'])
  play.act({ type: 'eventReceived', token: play.token('m') })
  play.do('b')
  assert.ok(play.over)
})

test('WCP-19 cancel task: one step being done takes an open task away', () => {
  const steps = [split('s', 'a b'), task('a', 'end', { cancels: ['b'] }), task('b', 'end'), end()]
  const play = new Play(sound(...steps))
  const taken = play.task('b')
  play.do('a')
  assert.deepEqual(play.last.cancelled, [{ task: taken, step: 'b' }])
  assert.ok(play.over)
})

test('WCP-20 cancel case: nothing stays open and nothing brings it back', () => {
  const play = new Play(threeReviews())
  const done = play.do('a')
  play.act({ type: 'cancel' })
  assert.deepEqual([play.state.status, play.open, play.last.cancelled.length], ['cancelled', [], 2])
  for (const type of ['withdraw', 'completeTask'] as const)
    assert.equal(play.refused({ type, task: done }), 'process.not-running')
})

test('WCP-21 structured loop: a step is repeated until the facts say enough', () => {
  const play = new Play(sound(task('a', 'x'), choice('x', 'again:a?round < 3; enough:end'), end()), { round: 1 })
  for (const round of [1, 2, 3]) {
    play.facts = { round }
    play.do('a')
  }
  assert.ok(play.over)
})

test('WCP-24 persistent trigger: a message from outside is taken once, and only by who waits for it', () => {
  const play = new Play(sound(receive('m', 'a'), task('a', 'end'), end()))
  const waiting = play.token('m')
  assert.deepEqual(play.last.effects, [{ kind: 'awaitEvent', token: waiting, step: 'm', event: 'm-came' }])
  play.act({ type: 'eventReceived', token: waiting })
  assert.equal(play.refused({ type: 'eventReceived', token: waiting }), 'process.wait.over')
})

test('WCP-25 cancel region: one step being done takes a whole part of the case away', () => {
  const steps = [
    split('s', 'a b c'),
    task('a', 'stop:d go:j', { cancels: ['b', 'c', 'c2'] }),
    task('b', 'j'),
    task('c', 'c2'),
    service('c2', 'j'),
    task('d', 'j'),
    join('j', 's', 'end'),
    end(),
  ]
  const play = new Play(sound(...steps))
  play.do('c')
  play.do('a', 'stop')
  assert.deepEqual(play.at, ['d'])
  assert.equal(play.last.effects[0]?.kind, 'stopWaiting')
  play.do('d')
  assert.ok(play.over, 'the join does not wait for what was cancelled')
})

test('WCP-29 cancelling discriminator: the first branch is enough and the others are withdrawn (抢办)', () => {
  const play = new Play(threeReviews({ need: 1, rest: 'cancel' }))
  play.do('c')
  assert.deepEqual([play.open, play.last.cancelled.length], [['d'], 2])
})

test('WCP-30 structured partial join: two of three let the case go on, the third may still finish', () => {
  const play = new Play(threeReviews({ need: 2 }))
  play.do('a')
  assert.deepEqual(play.open, ['b', 'c'])
  play.do('c')
  assert.deepEqual(play.open, ['b', 'd'])
  play.do('b')
  assert.deepEqual(play.open, ['d'], 'd is not opened a second time')
})

test('WCP-32 cancelling partial join: two of three are enough and the third is withdrawn', () => {
  const play = new Play(threeReviews({ need: 2, rest: 'cancel' }))
  play.do('a')
  play.do('b')
  assert.deepEqual(play.open, ['d'])
})

test('WCP-43 explicit termination: one end closes the case whatever else is open', () => {
  const play = new Play(
    sound(split('s', 'a b'), task('a', 'stop:stopped go:end'), task('b', 'end'), end(), end('stopped', true)),
  )
  play.do('a', 'stop')
  assert.ok(play.over)
  assert.deepEqual([play.state.result, play.last.cancelled.length], ['stopped', 1])
})
