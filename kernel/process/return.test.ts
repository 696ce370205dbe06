import assert from 'node:assert/strict'
import { test } from 'node:test'
import { border, end, join, model, Play, split, task } from './test-kit.ts'

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

const signing = (onReturn?: 'step' | 'vote') => {
  const coSign = {
    signers: '["li","wang","zhao"]',
    pass: 'agree',
    otherwise: 'no',
    need: 2,
    ...(onReturn && { onReturn }),
  }
  const play = new Play(model(task('a', 'b'), task('b', 'agree:end no:c', { coSign }), task('c', 'end'), end()))
  play.do('a')
  return play
}

test('sent straight back to a co-signed step, the votes given stand and only the others sign', () => {
  const play = signing()
  play.do('b/li', 'agree')
  play.back('b/wang', 'previous').straightBack('a')
  assert.deepEqual(play.open, ['b/wang', 'b/zhao'])
  play.do('b/zhao', 'agree')
  assert.ok(play.over)
})

test('returned and done again the usual way, all sign anew', () => {
  const play = signing()
  play.do('b/li', 'agree')
  play.back('b/wang', 'previous')
  play.do('a')
  assert.deepEqual(play.open, ['b/li', 'b/wang', 'b/zhao'])
})

test("where a member's return is only a vote, the others go on, and enough of them decide", () => {
  const play = signing('vote')
  play.back('b/wang', 'previous')
  assert.deepEqual([play.open, play.last.cancelled], [['b/li', 'b/zhao'], []])
  play.act({ type: 'withdraw', task: play.state.tokens[0]!.votes![0]!.task })
  assert.deepEqual(play.open, ['b/li', 'b/wang', 'b/zhao'], 'it is taken back like any vote')
  play.back('b/wang', 'previous').back('b/li', 'previous')
  assert.deepEqual(play.open, ['c'], 'two of three can agree no more')
})

test('what is only read cannot be returned', () => {
  const coSign = { signers: '["li"]', pass: 'read', otherwise: 'read', need: 'none' as const }
  const play = new Play(model(task('a', 'b'), task('b', 'read:c', { coSign }), task('c', 'end'), end()))
  play.do('a')
  const event = { type: 'returnTo', task: play.task('b/li'), to: 'previous', scope: 'all' } as const
  assert.equal(play.refused(event), 'process.return.aside')
})

test('a return, and a sending straight back, are withdrawn until the next acts', () => {
  const play = line()
  play.do('a')
  play.do('b')
  const returned = play.task('c')
  play.back('c', 'a')
  play.act({ type: 'withdraw', task: returned })
  assert.deepEqual(play.open, ['c'])
  play.back('c', 'a')
  const sent = play.task('a')
  play.straightBack('a')
  play.act({ type: 'withdraw', task: sent })
  assert.deepEqual(play.open, ['a'])
  play.straightBack('a')
  assert.deepEqual(play.open, ['c'])
  play.do('c')
  assert.equal(play.refused({ type: 'withdraw', task: sent }), 'process.not-running')
})

test('a returned branch whose join has let the case go on meanwhile counts no more', () => {
  const play = new Play(
    model(
      task('a', 'go:s drop:end2'),
      split('s', 'b c'),
      task('b', 'j'),
      task('c', 'j'),
      join('j', 's', 'd', { need: 1 }),
      task('d', 'end'),
      end(),
      end('end2'),
    ),
  )
  play.do('a', 'go')
  play.back('b', 'a', 'branch')
  play.do('c')
  assert.deepEqual(play.open, ['a', 'd'])
  play.do('d')
  play.do('a', 'drop')
  assert.deepEqual([play.over, play.state.result], [true, 'end'])
})

test('a branch whose join has let the case go on cannot be returned before the split', () => {
  const play = new Play(
    model(
      task('a', 's'),
      split('s', 'b c'),
      task('b', 'j'),
      task('c', 'j'),
      join('j', 's', 'd', { need: 1 }),
      task('d', 'end'),
      end(),
    ),
  )
  play.do('a')
  play.do('c')
  const event = { type: 'returnTo', task: play.task('b'), to: 'previous', scope: 'all' } as const
  assert.equal(play.refused(event), 'process.return.join-passed')
})

test('直送 past a join: a side path begun in the branch meanwhile goes on for itself, and nothing waits for it', () => {
  const play = new Play(
    model(
      split('s', 'x y'),
      task('x', 'j'),
      border('told', 'x', 'note', 'beside', { event: 'news' }),
      task('note', 'end'),
      task('y', 'j'),
      join('j', 's', 'c'),
      task('c', 'end'),
      end(),
    ),
  )
  play.do('x')
  play.do('y')
  play.back('c', 'x', 'branch')
  play.act({ type: 'eventReceived', token: play.token('told') })
  assert.deepEqual(play.open, ['note', 'x'])
  play.straightBack('x')
  assert.deepEqual(play.open, ['c', 'note'])
  play.do('c')
  play.do('note')
  assert.ok(play.over)
})
