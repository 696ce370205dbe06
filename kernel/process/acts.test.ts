import assert from 'node:assert/strict'
import { test } from 'node:test'
import { choice, end, join, model, Play, service, split, task, timer } from './test-kit.ts'

const line = () => new Play(model(task('a', 'b'), task('b', 'c'), task('c', 'end'), end()))

const reviews = () =>
  new Play(
    model(
      task('a', 'go:s drop:end'),
      split('s', 'b c'),
      task('b', 'b2'),
      task('b2', 'j'),
      task('c', 'j'),
      join('j', 's', 'd'),
      task('d', 'end'),
      end(),
    ),
  )

test('a completed task can be withdrawn until the next one acts (撤回)', () => {
  const play = line()
  const first = play.do('a')
  play.act({ type: 'withdraw', task: first })
  assert.deepEqual([play.open, play.last.cancelled.map(({ step }) => step)], [['a'], ['b']])
  assert.equal(play.last.created[0]!.sameActorAs, first)
  const second = play.do('a')
  play.do('b')
  assert.equal(play.refused({ type: 'withdraw', task: second }), 'process.withdraw.next-has-acted')
})

test('a return can be withdrawn too, and brings back the branches it cancelled', () => {
  const play = reviews()
  play.do('a', 'go')
  const returned = play.task('b')
  play.back('b', 'a', 'all')
  play.act({ type: 'withdraw', task: returned })
  assert.deepEqual(play.open, ['b', 'c'])
})

test('the last branch withdraws through the join; the branch that arrived before waits again', () => {
  const play = reviews()
  play.do('a', 'go')
  play.do('b')
  play.do('b2')
  const last = play.do('c')
  play.act({ type: 'withdraw', task: last })
  assert.deepEqual(play.at, ['c', 'j'])
  play.do('c')
  assert.deepEqual(play.open, ['d'])
})

test('a signature is withdrawn alone; the other signers keep their tasks', () => {
  const coSign = { signers: '["li","wang"]', pass: 'agree', otherwise: 'no', need: 'all' as const }
  const play = new Play(model(task('a', 'agree:end no:end2', { coSign }), end(), end('end2')))
  const wang = play.task('a/wang')
  play.act({ type: 'withdraw', task: play.do('a/li', 'agree') })
  assert.deepEqual(play.open, ['a/li', 'a/wang'])
  assert.equal(play.task('a/wang'), wang)
})

test('what a machine has begun cannot be withdrawn', () => {
  const play = new Play(model(task('a', 'm'), service('m', 'end'), end()))
  assert.equal(play.refused({ type: 'withdraw', task: play.do('a') }), 'process.withdraw.next-has-acted')
})

test('a job that gives up waits for a person, is retried, and answers once', () => {
  const play = new Play(model(service('m', 'end'), end()))
  const first = play.token('m')
  assert.deepEqual(play.last.effects, [{ kind: 'runJob', token: first, step: 'm', job: 'run-m', retries: 3 }])
  play.act({ type: 'serviceFailed', token: first, reason: 'upstream is silent' })
  assert.deepEqual(play.last.effects, [
    { kind: 'incident', token: play.token('m'), step: 'm', reason: 'upstream is silent' },
  ])
  play.act({ type: 'retryService', token: play.token('m') })
  assert.equal(play.last.effects[0]?.kind, 'runJob')
  const again = play.token('m')
  play.act({ type: 'serviceDone', token: again })
  assert.ok(play.over)
  assert.equal(play.refused({ type: 'serviceDone', token: again }), 'process.not-running')
})

test('a job with a way called «failed» goes that way', () => {
  const play = new Play(model(service('m', 'done:end failed:a'), task('a', 'end'), end()))
  play.act({ type: 'serviceFailed', token: play.token('m'), reason: 'no answer' })
  assert.deepEqual(play.open, ['a'])
})

test('a timer names its wait; taken up again after a withdrawal it says which one it continues', () => {
  const play = new Play(model(task('a', 's'), split('s', 't b'), timer('t', 'end'), task('b', 'end'), end()))
  play.do('a')
  const waiting = play.token('t')
  assert.deepEqual(play.last.effects, [{ kind: 'startTimer', token: waiting, step: 't', wait: { workingDays: 5 } }])
  play.act({ type: 'timerFired', token: waiting })
  assert.equal(play.refused({ type: 'timerFired', token: waiting }), 'process.wait.over')
})

test('who did the first or the previous task is named for a step that asks for it', () => {
  const play = new Play(
    model(
      task('a', 'b'),
      task('b', 'c'),
      task('c', 'd', { assignment: 'previous' }),
      task('d', 'end', { assignment: 'starter' }),
      end(),
    ),
  )
  const [a, b] = [play.do('a'), play.do('b')]
  assert.equal(play.last.created[0]!.sameActorAs, b)
  play.do('c')
  assert.equal(play.last.created[0]!.sameActorAs, a)
})

test('acts that cannot be are refused by name and change nothing', () => {
  const play = new Play(model(task('a', 'x:x y:end'), choice('x', 'big:end?area > 10; small:end'), end()))
  const complete = (outcome?: string) =>
    ({ type: 'completeTask', task: play.task('a'), ...(outcome && { outcome }) }) as const
  assert.equal(play.refused(complete()), 'process.outcome.unknown')
  assert.equal(play.refused(complete('x')), 'process.condition.undecided')
  assert.equal(play.refused({ type: 'start' }), 'process.already-started')
  play.act({ ...complete('x'), data: { area: 12 } })
  assert.ok(play.over)
})

test('前加签: whoever holds a task asks others to sign first; they decide nothing, and the task waits for them', () => {
  const play = new Play(model(task('a', 'b'), task('b', 'agree:c refuse:end'), task('c', 'end'), end()))
  play.do('a')
  const own = play.task('b')
  play.act({ type: 'addSigner', task: own, signer: 'li' })
  play.act({ type: 'addSigner', task: own, signer: 'wang' })
  assert.deepEqual(play.open, ['b', 'b/li', 'b/wang'])
  assert.equal(play.refused({ type: 'addSigner', task: own, signer: 'li' }), 'process.signer.already')
  assert.equal(play.refused({ type: 'completeTask', task: own, outcome: 'agree' }), 'process.signer.awaited')
  const [lis, wangs] = [play.task('b/li'), play.task('b/wang')]
  assert.equal(
    play.refused({ type: 'returnTo', task: lis, to: 'previous', scope: 'branch' }),
    'process.signer.only-signs',
  )
  play.act({ type: 'completeTask', task: lis })
  play.act({ type: 'withdraw', task: lis })
  assert.deepEqual(play.open, ['b', 'b/li', 'b/wang'])
  play.act({ type: 'completeTask', task: play.task('b/li') })
  play.act({ type: 'removeSigner', task: wangs })
  assert.deepEqual(play.last.cancelled, [], 'the act’s own task is in neither list')
  play.act({ type: 'completeTask', task: own, outcome: 'agree' })
  assert.deepEqual(play.open, ['c'])
})

test('前加签: what is returned takes the open signatures with it, and comes straight back to the one who returned it', () => {
  const play = new Play(model(task('a', 'b'), task('b', 'c'), task('c', 'end'), end()))
  play.do('a')
  const own = play.task('b')
  play.act({ type: 'addSigner', task: own, signer: 'li' })
  play.act({ type: 'returnTo', task: own, to: 'previous', scope: 'branch' })
  assert.deepEqual([play.open, play.last.cancelled.length], [['a'], 1])
  play.act({ type: 'sendStraightBack', task: play.task('a') })
  assert.deepEqual([play.open, play.last.created[0]!.sameActorAs], [['b'], own])
})
