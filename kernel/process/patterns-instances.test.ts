import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkModel } from './check.ts'
import { isFeel } from './feel.ts'
import type { CoSign, ProcessModel } from './model.ts'
import { end, model, Play, split, task } from './test-kit.ts'

/** The multiple-instance patterns: 会签, 或签, 加签, 减签. */
const coSigned = (need: CoSign['need'], signers = 'signers'): ProcessModel =>
  model(
    task('a', 'agree:b disagree:c', { coSign: { signers, pass: 'agree', otherwise: 'disagree', need } }),
    task('b', 'end'),
    task('c', 'end'),
    end(),
  )

test('WCP-12 multiple instances without synchronization: many are asked to read, the case waits for none (传阅)', () => {
  const readers = coSigned('none')
  const play = new Play(model(split('s', 'a x'), ...readers.steps.slice(0, 3), task('x', 'end'), end()), {
    signers: ['li', 'wang'],
  })
  assert.deepEqual(play.open, ['a/li', 'a/wang', 'b', 'x'])
  play.do('x')
  play.do('a/li', 'agree')
  play.do('b')
  assert.deepEqual([play.open, play.over], [['a/wang'], false])
  play.do('a/wang', 'agree')
  assert.ok(play.over)
})

test('WCP-13 multiple instances known when drawn: the model names the signers', () => {
  assert.deepEqual(new Play(coSigned('all', '["li","wang"]')).open, ['a/li', 'a/wang'])
})

test('WCP-14 multiple instances known when entered: the case names the signers, all must agree', () => {
  const play = new Play(coSigned('all'), { signers: ['li', 'wang', 'zhao'] })
  assert.deepEqual(play.open, ['a/li', 'a/wang', 'a/zhao'])
  play.do('a/li', 'agree')
  play.do('a/zhao', 'agree')
  assert.deepEqual(play.open, ['a/wang'])
  play.do('a/wang', 'agree')
  assert.deepEqual(play.open, ['b'])
})

test('WCP-15 multiple instances not known before: a signer is added while others have signed (加签)', () => {
  const play = new Play(coSigned('all'), { signers: ['li', 'wang'] })
  play.do('a/li', 'agree')
  play.act({ type: 'addSigner', task: play.task('a/wang'), signer: 'qian' })
  play.do('a/wang', 'agree')
  assert.deepEqual(play.open, ['a/qian'])
  assert.equal(play.refused({ type: 'addSigner', task: play.task('a/qian'), signer: 'li' }), 'process.signer.already')
})

test('WCP-26 cancel multiple instance: leaving a co-signed step takes all open signatures away', () => {
  const play = new Play(coSigned('all'), { signers: ['li', 'wang', 'zhao'] })
  play.do('a/li', 'disagree')
  assert.deepEqual([play.open, play.last.cancelled.length], [['c'], 2])
})

test('WCP-27 complete multiple instance: who need not sign any more is taken out, and what is there is enough (减签)', () => {
  const play = new Play(coSigned('all'), { signers: ['li', 'wang'] })
  play.do('a/li', 'agree')
  play.act({ type: 'removeSigner', task: play.task('a/wang') })
  assert.deepEqual(play.open, ['b'])
})

test('WCP-34 static partial join for multiple instances: two of three signatures are enough', () => {
  const play = new Play(coSigned(2), { signers: ['li', 'wang', 'zhao'] })
  play.do('a/li', 'disagree')
  assert.equal(play.open.length, 2)
  play.do('a/wang', 'agree')
  play.do('a/zhao', 'agree')
  assert.deepEqual(play.open, ['b'])
})

test('WCP-35 cancelling partial join for multiple instances: the first signature decides (或签)', () => {
  const play = new Play(coSigned(1), { signers: ['li', 'wang', 'zhao'] })
  play.do('a/wang', 'agree')
  assert.deepEqual([play.open, play.last.cancelled.length], [['b'], 2])
})

test('WCP-36 dynamic partial join for multiple instances: a ratio counts whoever was added', () => {
  const play = new Play(coSigned({ ratio: 0.6 }), { signers: ['li', 'wang', 'zhao'] })
  play.do('a/li', 'agree')
  play.act({ type: 'addSigner', task: play.task('a/wang'), signer: 'qian' })
  play.do('a/qian', 'agree')
  assert.deepEqual(play.open, ['a/wang', 'a/zhao'], 'two of four are not yet 60 %')
  play.do('a/zhao', 'agree')
  assert.deepEqual(play.open, ['b'])
})

test('signed in turn: the next is asked when the one before has signed, and the votes decide as always (依次会签)', () => {
  const coSign: CoSign = { signers: 'signers', pass: 'agree', otherwise: 'disagree', need: 'all', inTurn: true }
  const made = model(task('a', 'agree:b disagree:c', { coSign }), task('b', 'end'), task('c', 'end'), end())
  const play = new Play(made, { signers: ['li', 'wang'] })
  assert.deepEqual(play.open, ['a/li'])
  play.act({ type: 'addSigner', task: play.task('a/li'), signer: 'zhao' })
  const first = play.do('a/li', 'agree')
  assert.deepEqual(play.open, ['a/wang'])
  play.act({ type: 'withdraw', task: first })
  assert.deepEqual(play.open, ['a/li'])
  play.do('a/li', 'agree')
  play.act({ type: 'removeSigner', task: play.task('a/wang') })
  assert.deepEqual(play.open, ['a/zhao'])
  play.do('a/zhao', 'disagree')
  assert.deepEqual(play.open, ['c'])
  const placed = new Play(made, { signers: ['li', 'wang'] })
  const add = (signer: string, place: 'before' | 'next') =>
    placed.act({ type: 'addSigner', task: placed.task(placed.open[0]!), signer, place })
  add('next', 'next')
  add('first', 'before')
  for (const signer of ['first', 'li', 'next', 'wang']) placed.do(`a/${signer}`, 'agree')
  assert.deepEqual(placed.open, ['b'])
  const refused = new Play(made, { signers: ['li', 'wang'] })
  refused.do('a/li', 'disagree')
  assert.deepEqual(refused.open, ['c'], 'one refusal is enough: the others are not asked')
})

test('all these are sound, and a step without signers is refused before anybody is asked', () => {
  assert.deepEqual(checkModel(coSigned(2), { isExpression: isFeel }), [])
  const play = new Play(model(task('x', 'a'), ...coSigned(2).steps))
  assert.equal(play.refused({ type: 'completeTask', task: play.task('x') }), 'process.signers.missing')
})
