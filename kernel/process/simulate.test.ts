import assert from 'node:assert/strict'
import { test } from 'node:test'
import { evaluateFeel } from './feel.ts'
import { type Script, simulate } from './simulate.ts'
import { border, choice, end, join, model, race, receive, service, split, task, timer } from './test-kit.ts'

const approval = model(
  task('accept', 'check', { limitDays: 5, form: 'application' }),
  service('check', 'x'),
  choice('x', 'big:s?area > 10; small:decide'),
  split('s', 'land forest'),
  task('land', 'j', { limitDays: 3 }),
  task('forest', 'j', { limitDays: 7, role: 'forester' }),
  join('j', 's', 'decide'),
  task('decide', 'agree:end refuse:refused', { limitDays: 2 }),
  border('slow', 'decide', 'nudge', 'beside', { wait: { workingDays: 4 } }),
  task('nudge', 'end'),
  end(),
  end('refused'),
)

const played = (script: Omit<Script, 'evaluate'>, made = approval) =>
  simulate(made, { ...script, evaluate: evaluateFeel })

test('a sample case is played to its end: the path, who acts, and on which working day', () => {
  const { acts, entered, days, result } = played({ facts: { area: 20 } })
  assert.deepEqual(
    acts.map(({ step, role, opened, done }) => [step, role, opened, done]),
    [
      ['accept', 'officer', 0, 5],
      ['check', undefined, 5, 5],
      ['land', 'officer', 5, 8],
      ['forest', 'forester', 5, 12],
      ['decide', 'officer', 12, 14],
    ],
  )
  assert.deepEqual([days, result], [14, 'end'])
  assert.deepEqual(entered, ['accept', 'check', 'x', 's', 'land', 'forest', 'j', 'j', 'decide', 'end'])
})

test('outcomes, data and times are chosen; what takes longer than its timer sets it off and is late', () => {
  const { acts, result } = played({
    facts: { area: 20 },
    choices: { accept: { data: { area: 1 } }, decide: { outcome: 'refuse', days: 6 } },
  })
  assert.deepEqual(
    acts.map(({ step, late, done }) => [step, late, done]),
    [
      ['accept', false, 5],
      ['check', false, 5],
      ['slow', false, 9],
      ['nudge', false, 9],
      ['decide', true, 11],
    ],
  )
  assert.equal(result, 'refused')
})

test('a step may be returned once and go another way the next time', () => {
  const { acts } = played({
    facts: { area: 1 },
    choices: { decide: [{ back: 'starter', days: 0 }, { outcome: 'agree' }] },
  })
  assert.deepEqual(
    acts.map(({ step, kind }) => `${step} ${kind}`),
    [
      'accept userTask',
      'check serviceTask',
      'decide return',
      'accept userTask',
      'check serviceTask',
      'decide userTask',
    ],
  )
})

test('what cannot go on is told with the step and the reason', () => {
  const { stuck, open, result } = played({})
  assert.deepEqual([stuck?.step, stuck?.problem.code], ['check', 'process.condition.undecided'])
  assert.deepEqual([open, result], [['check'], undefined])
  const round = model(task('a', 'b'), task('b', 'a:a end:end'), end())
  assert.equal(played({}, round).stuck?.problem.code, 'process.simulation.too-long')
})

test('of a race the first to be due wins; a message comes only when the script says so', () => {
  const made = model(race('r', 't m'), timer('t', 'end'), receive('m', 'heard'), end(), end('heard'))
  assert.equal(played({}, made).result, 'end')
  assert.equal(played({ choices: { m: { days: 2 } } }, made).result, 'heard')
  assert.equal(played({ choices: { m: { days: 9 } } }, made).result, 'end')
})

test('a job that fails is retried; signers of a step act on their own days', () => {
  const made = model(
    service('m', 'a'),
    task('a', 'agree:end no:end', {
      limitDays: 3,
      coSign: { signers: '["li","wang"]', pass: 'agree', otherwise: 'no', need: 'all' },
    }),
    end(),
  )
  const { acts, result } = played({ choices: { m: [{ outcome: 'failed' }, {}] } }, made)
  assert.deepEqual(
    acts.map(({ step, signer, done }) => [step, signer, done]),
    [
      ['m', undefined, 0],
      ['m', undefined, 0],
      ['m', undefined, 0],
      ['a', 'li', 3],
      ['a', 'wang', 3],
    ],
  )
  assert.equal(result, 'end')
})
