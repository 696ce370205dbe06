import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkModel } from './check.ts'
import { isFeel } from './feel.ts'
import type { ProcessModel, Step, UserTask } from './model.ts'
import { child, choice, end, join, model, Play, service, some, split, task } from './test-kit.ts'

/** The control-flow patterns that should hold (S in the design). */
const sound = (...steps: Step[]): ProcessModel => {
  const made = model(...steps)
  assert.deepEqual(checkModel(made, { isExpression: isFeel }), [])
  return made
}

const alone: Partial<UserTask> = { exclusive: 'desk' }

test('WCP-08 multi-merge: without a join the step behind opens for each branch', () => {
  const play = new Play(sound(split('s', 'a b'), task('a', 'd'), task('b', 'd'), task('d', 'end'), end()))
  play.do('a')
  play.do('b')
  assert.deepEqual(play.open, ['d', 'd'])
})

test('WCP-17 interleaved parallel routing: branches keep their order inside, and never work at the same time', () => {
  const play = new Play(
    sound(
      split('s', 'a c'),
      task('a', 'b', alone),
      task('b', 'j', alone),
      task('c', 'j', alone),
      join('j', 's', 'end'),
      end(),
    ),
  )
  assert.deepEqual([play.open, play.at], [['a'], ['a', 'c']])
  play.do('a')
  assert.deepEqual(play.open, ['b'], 'what is inside goes on before another is let in')
  play.do('b')
  assert.deepEqual(play.open, ['c'])
  play.do('c')
  assert.ok(play.over)
})

test('WCP-22 recursion: a step opens a case of the same process and waits for its end', () => {
  const made = sound(
    task('a', 'x'),
    choice('x', 'again:deeper?depth > 0; enough:end'),
    child('deeper', 'end', { process: 'test', inputs: { depth: 'depth - 1' } }),
    end(),
  )
  const [outer, inner] = [new Play(made, { depth: 1 }), new Play(made, { depth: 0 })]
  outer.do('a')
  const token = outer.token('deeper')
  assert.deepEqual(outer.last.effects, [
    { kind: 'openCase', token, step: 'deeper', process: 'test', facts: { depth: 0 } },
  ])
  inner.do('a')
  assert.ok(inner.over)
  outer.act({ type: 'caseEnded', token, result: inner.state.result! })
  assert.ok(outer.over)
})

test('WCP-33 generalised AND-join: two passages through one split at a time are each joined with their own', () => {
  const play = new Play(
    sound(
      split('twice', 's t'),
      task('t', 's'),
      split('s', 'a b'),
      task('a', 'j'),
      task('b', 'j'),
      join('j', 's', 'd'),
      task('d', 'end'),
      end(),
    ),
  )
  play.do('a')
  play.do('t')
  assert.deepEqual(play.at, ['a', 'b', 'b', 'j'])
  play.do('a')
  assert.deepEqual(play.at, ['b', 'b', 'j', 'j'], 'two of one branch make no pair')
  play.do('b')
  assert.deepEqual(play.at, ['b', 'd', 'j'])
  play.do('b')
  assert.deepEqual(play.open, ['d', 'd'])
})

test('WCP-37 local synchronizing merge: a join waits for what is under way, through splits that have no join of their own', () => {
  const play = new Play(
    sound(
      split('s', 'a i'),
      task('a', 'skip:end2 on:j'),
      some('i', 'land:b?farmland; forest:c?trees; none:j'),
      task('b', 'j'),
      task('c', 'j'),
      join('j', 's', 'd'),
      task('d', 'end'),
      end(),
      end('end2'),
    ),
    { farmland: true, trees: true },
  )
  play.do('b')
  play.do('a', 'skip')
  assert.deepEqual(play.at, ['c', 'j'])
  play.do('c')
  assert.deepEqual(play.open, ['d'])
})

test('WCP-39 critical section: two parts of a case never take a number at the same time (取号)', () => {
  const numbered = (id: string): Step => ({ ...service(id, `${id}2`), exclusive: 'numbers' }) as Step
  const play = new Play(
    sound(
      split('s', 'a b'),
      numbered('a'),
      task('a2', 'j', { exclusive: 'numbers' }),
      numbered('b'),
      task('b2', 'j', { exclusive: 'numbers' }),
      join('j', 's', 'end'),
      end(),
    ),
  )
  assert.deepEqual(
    play.last.effects.map(({ kind }) => kind),
    ['runJob'],
    'only one job is begun',
  )
  play.act({ type: 'serviceDone', token: play.token('a') })
  assert.deepEqual([play.open, play.last.effects], [['a2'], []], 'the section is not left between its steps')
  play.do('a2')
  assert.deepEqual(
    play.last.effects.map(({ kind }) => kind),
    ['runJob'],
  )
  play.act({ type: 'serviceDone', token: play.token('b') })
  play.do('b2')
  assert.ok(play.over)
})

test('WCP-40 interleaved routing: all are done, one at a time', () => {
  const play = new Play(
    sound(
      split('s', 'a b c'),
      task('a', 'j', alone),
      task('b', 'j', alone),
      task('c', 'j', alone),
      join('j', 's', 'end'),
      end(),
    ),
  )
  const order: string[] = []
  while (!play.over) {
    assert.equal(play.open.length, 1)
    order.push(play.open[0]!)
    play.do(play.open[0]!)
  }
  assert.deepEqual(order.sort(), ['a', 'b', 'c'])
})
