import assert from 'node:assert/strict'
import { test } from 'node:test'
import { choice, end, join, model, Play, service, split, task, timer } from './test-kit.ts'

const line = () => new Play(model(task('a', 'b'), task('b', 'c'), task('c', 'end'), end()))

test('a task returned to the previous step goes to whoever did it, and takes the same way again', () => {
  const play = line()
  play.do('a')
  const done = play.do('b')
  play.back('c', 'previous')
  assert.deepEqual(play.last.created, [{ ...play.last.created[0]!, step: 'b', reason: 'return', sameActorAs: done }])
  play.do('b')
  assert.deepEqual(play.open, ['c'])
})

test('a task can go back to the starter or to any step passed, but to no other', () => {
  const play = line()
  play.do('a')
  play.do('b')
  const to = (step: string) => ({ type: 'returnTo', task: play.task('c'), to: { step }, scope: 'all' }) as const
  assert.equal(play.refused(to('c')), 'process.return.not-passed')
  assert.equal(play.refused(to('nowhere')), 'process.return.not-passed')
  play.back('c', 'starter')
  assert.deepEqual(play.open, ['a'])
  assert.equal(
    play.refused({ type: 'returnTo', task: play.task('a'), to: 'previous', scope: 'all' }),
    'process.return.not-passed',
  )
})

test('what was returned over several steps is sent straight back to who returned it (直送)', () => {
  const play = line()
  play.do('a')
  play.do('b')
  const returner = play.task('c')
  play.back('c', 'a')
  assert.equal(play.refused({ type: 'sendStraightBack', task: play.do('a') }), 'process.task.not-open')
  const other = line()
  other.do('a')
  other.do('b')
  other.back('c', 'a').straightBack('a')
  assert.deepEqual(other.open, ['c'])
  assert.equal(other.last.created[0]!.sameActorAs, returner)
  assert.equal(other.refused({ type: 'sendStraightBack', task: other.task('c') }), 'process.straight-back.not-returned')
})

test('returned twice, a case goes straight back twice', () => {
  const play = line()
  play.do('a')
  play.do('b')
  play.back('c', 'previous').back('b', 'previous').straightBack('a')
  assert.deepEqual(play.open, ['b'])
  play.straightBack('b')
  assert.deepEqual(play.open, ['c'])
})

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

test('returned before the split with all branches, the whole split is done again', () => {
  const play = reviews()
  play.do('a', 'go')
  play.do('c')
  play.back('b', 'a', 'all')
  assert.deepEqual(play.at, ['a'])
  play.do('a', 'go')
  assert.deepEqual(play.open, ['b', 'c'])
})

test('returned before the split with this branch only, the other goes on and is not done again', () => {
  const play = reviews()
  play.do('a', 'go')
  play.do('b')
  play.back('b2', 'a', 'branch')
  assert.deepEqual(play.open, ['a', 'c'])
  play.do('c')
  assert.deepEqual(play.at, ['a', 'j'], 'the join waits for the returned branch')
  play.do('a', 'go')
  assert.deepEqual(play.at, ['b', 'j'])
  play.do('b')
  play.do('b2')
  assert.deepEqual(play.open, ['d'])
})

test('returned with this branch only and sent straight back, the branch goes on where it was', () => {
  const play = reviews()
  play.do('a', 'go')
  play.do('b')
  play.back('b2', 'a', 'branch').straightBack('a')
  assert.deepEqual(play.open, ['b2', 'c'])
})

test('a branch that was returned and then drops the case takes the other branches with it', () => {
  const play = reviews()
  play.do('a', 'go')
  play.back('b', 'a', 'branch')
  play.do('a', 'drop')
  assert.ok(play.over)
  assert.deepEqual(
    play.last.cancelled.map(({ step }) => step),
    ['c'],
  )
})

test('returned inside its branch, the other branch is not touched', () => {
  const play = reviews()
  play.do('a', 'go')
  play.do('b')
  play.back('b2', 'previous', 'all')
  assert.deepEqual(play.open, ['b', 'c'])
})

test('returned from behind the join into one branch, only that branch is done again', () => {
  const play = reviews()
  play.do('a', 'go')
  play.do('c')
  play.do('b')
  play.do('b2')
  play.back('d', 'c')
  assert.deepEqual(play.open, ['c'])
  play.do('c')
  assert.deepEqual(play.open, ['d'])
  play.back('d', 'c').straightBack('c')
  assert.deepEqual(play.open, ['d'])
})

test('a member returning a co-signed step takes the open signatures away', () => {
  const coSign = { signers: '["li","wang"]', pass: 'agree', otherwise: 'no', need: 'all' as const }
  const play = new Play(model(task('a', 'b'), task('b', 'agree:end no:a', { coSign }), end()))
  play.do('a')
  play.back('b/li', 'previous')
  assert.deepEqual([play.open, play.last.cancelled.length], [['a'], 1])
})

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
