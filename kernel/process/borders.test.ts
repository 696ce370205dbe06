import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkModel } from './check.ts'
import type { Step } from './model.ts'
import { border, child, end, join, model, Play, receive, split, task, thrown } from './test-kit.ts'

const play = (...steps: Step[]): Play => {
  const made = model(...steps)
  assert.deepEqual(checkModel(made), [])
  return new Play(made)
}
const fire = (of: Play, step: string): Play => of.act({ type: 'timerFired', token: of.token(step) })

const guarded = (beside?: 'beside') =>
  play(
    task('a', 'b'),
    task('b', 'end'),
    border('late', 'b', 'chief', beside),
    task('chief', 'end2'),
    end(),
    end('end2'),
  )

test('an interrupting timer on the border of a task takes its place; done in time, the timer is stopped', () => {
  const late = guarded()
  late.do('a')
  assert.deepEqual([late.open, late.last.effects.map(({ kind }) => kind)], [['b'], ['startTimer']])
  fire(late, 'late')
  assert.deepEqual([late.open, late.last.cancelled.map(({ step }) => step)], [['chief'], ['b']])
  const inTime = guarded()
  inTime.do('a')
  const timer = inTime.token('late')
  inTime.do('b')
  assert.deepEqual(inTime.last.effects, [
    { kind: 'stopWaiting', token: timer, step: 'late' },
    { kind: 'end', result: 'end' },
  ])
  assert.equal(inTime.refused({ type: 'timerFired', token: timer }), 'process.not-running')
})

test('a timer that does not interrupt opens its own way beside the task, once; the case ends with both', () => {
  const late = guarded('beside')
  late.do('a')
  const timer = late.token('late')
  fire(late, 'late')
  assert.deepEqual(late.open, ['b', 'chief'])
  assert.equal(late.refused({ type: 'timerFired', token: timer }), 'process.wait.over')
  late.do('b')
  assert.ok(!late.over)
  late.do('chief')
  assert.ok(late.over)
})

test('a timer on the border that goes off three times nudges three times, a wait after each other', () => {
  const nudge = { ...border('late', 'b', 'chief', 'beside'), times: 3 } as Step
  const made = play(task('b', 'end'), nudge, task('chief', 'end2'), end(), end('end2'))
  for (const times of [1, 2, 3]) {
    fire(made, 'late')
    assert.equal(made.open.filter((step) => step === 'chief').length, times)
  }
  assert.deepEqual(made.at, ['b', 'chief', 'chief', 'chief'])
})

test('a message on the border that does not interrupt may come again', () => {
  const made = play(
    task('b', 'end'),
    border('asked', 'b', 'answer', 'beside', { event: 'question' }),
    task('answer', 'end2'),
    end(),
    end('end2'),
  )
  for (const times of [1, 2]) {
    made.act({ type: 'eventReceived', token: made.token('asked') })
    assert.equal(made.open.filter((step) => step === 'answer').length, times)
  }
})

test('a withdrawal takes the next task away with its timer, and a later one runs anew', () => {
  const made = guarded()
  const first = made.do('a')
  made.act({ type: 'withdraw', task: first })
  assert.deepEqual([made.at, made.last.effects.map(({ kind }) => kind)], [['a'], ['stopWaiting']])
  made.do('a')
  assert.deepEqual(
    made.last.effects.map(({ kind }) => kind),
    ['startTimer'],
  )
})

test('the timer of a task that was withdrawn goes on from where it was', () => {
  const made = guarded()
  made.do('a')
  const late = made.token('late')
  const made2 = play(task('b', 'c'), task('c', 'end'), border('late', 'b', 'end2'), end(), end('end2'))
  const timer = made2.token('late')
  made2.act({ type: 'withdraw', task: made2.do('b') })
  assert.deepEqual(made2.at, ['b', 'late'])
  const [effect] = made2.last.effects
  assert.ok(effect?.kind === 'startTimer' && effect.resumes === timer)
  assert.notEqual(late, undefined)
})

test('votes and added signers keep the timer of a co-signed task', () => {
  const coSign = { signers: '["li","wang"]', pass: 'agree', otherwise: 'no', need: 'all' as const }
  const made = play(task('b', 'agree:end no:end', { coSign }), border('late', 'b', 'end2'), end(), end('end2'))
  const timer = made.token('late')
  made.do('b/li', 'agree')
  made.act({ type: 'addSigner', task: made.task('b/wang'), signer: 'zhao' })
  assert.equal(made.token('late'), timer)
  fire(made, 'late')
  assert.deepEqual([made.over, made.state.result, made.last.cancelled.length], [true, 'end2', 2])
})

const subProcess = (beside?: 'beside') =>
  play(
    task('a', 's'),
    split('s', 'one two'),
    task('one', 'j'),
    task('two', 'deep:child on:j'),
    child('child', 'j'),
    join('j', 's', 'b'),
    border('stop', 's', 'end2', beside, { event: 'stop' }),
    task('b', 'end'),
    end(),
    end('end2'),
  )

test('an event on the border of a part takes away all that is under way in it, child cases included', () => {
  const made = subProcess()
  made.do('a')
  made.do('one')
  made.do('two', 'deep')
  made.act({ type: 'eventReceived', token: made.token('stop') })
  assert.deepEqual([made.over, made.state.result], [true, 'end2'])
  assert.deepEqual(
    made.last.effects.map(({ kind }) => kind),
    ['cancelCase', 'end'],
  )
})

test('the event of a part is no longer waited for when the part is left, and again when it is returned to', () => {
  const made = subProcess()
  made.do('a')
  made.do('one')
  made.do('two', 'on')
  assert.deepEqual(made.at, ['b'])
  made.back('b', 'one')
  assert.deepEqual(made.at, ['one', 'stop'])
})

test('an event thrown in the case wakes who waits for it there, and is told outside', () => {
  const made = play(
    split('s', 'a r'),
    task('a', 't'),
    thrown('t', 'j', 'paid'),
    receive('r', 'j'),
    join('j', 's', 'end'),
    end(),
  )
  const waiting = {
    ...made.model,
    steps: made.model.steps.map((step) => (step.kind === 'receive' ? { ...step, event: 'paid' } : step)),
  }
  const heard = new Play(waiting)
  heard.do('a')
  assert.ok(heard.over)
  assert.deepEqual(
    heard.last.effects.map(({ kind }) => kind),
    ['stopWaiting', 'throw', 'end'],
  )
})

test('events that wake each other come to rest within one act', () => {
  const made = new Play(
    model(
      split('s', 'a b go'),
      { ...receive('a', 'x'), event: 'ping' } as Step,
      thrown('x', 'a', 'pong'),
      { ...receive('b', 'y'), event: 'pong' } as Step,
      thrown('y', 'b', 'ping'),
      task('go', 'z'),
      thrown('z', 'end', 'ping'),
      end(),
    ),
  )
  made.do('go')
  assert.deepEqual(made.at, ['a', 'b'])
})
