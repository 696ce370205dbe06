import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkModel, inspectModel } from './check.ts'
import type { Known } from './check-step.ts'
import { isFeel } from './feel.ts'
import type { ProcessModel, Step } from './model.ts'
import {
  border,
  child,
  choice,
  decision,
  end,
  join,
  model,
  race,
  service,
  some,
  split,
  task,
  thrown,
} from './test-kit.ts'

const found = (made: ProcessModel, known: Known = {}): string[] =>
  checkModel(made, known).map(({ code, params }) => `${code.replace('process.model.', '')} ${params?.step}`)

test('a sound model has nothing to complain about', () => {
  const made = model(task('a', 's'), split('s', 'b c'), task('b', 'j'), task('c', 'j'), join('j', 's', 'end'), end())
  assert.deepEqual(found(made, { roles: ['officer'], forms: ['opinion'], jobs: [], isExpression: isFeel }), [])
})

test('names that nobody knows are reported: steps, roles, forms, jobs, outcomes, expressions', () => {
  assert.deepEqual(found(model(task('a', 'nowhere'), end())), ['unknown-step a', 'unreachable end'])
  const coSign = { signers: 'area >', pass: 'agree', otherwise: 'no', need: 1 }
  const made = model(task('a', 'agree:m', { coSign }), service('m', 'end'), end())
  assert.deepEqual(found(made, { roles: [], forms: [], jobs: [], isExpression: isFeel }), [
    'unknown-role a',
    'unknown-form a',
    'unknown-outcome a',
    'unreadable-expression a',
    'unknown-job m',
  ])
})

test('two steps or two ways of one name are reported', () => {
  assert.deepEqual(found(model(task('a', 'end'), task('a', 'end'), end())), ['duplicate-id a'])
  assert.deepEqual(found(model(task('a', 'x:end x:end2'), end(), end('end2'))), ['duplicate-transition a'])
})

test('a step nobody comes to and a way that never ends are reported', () => {
  assert.deepEqual(found(model(task('a', 'end'), task('b', 'end'), end())), ['unreachable b'])
  assert.deepEqual(found(model(task('a', 'x:end y:b'), task('b', 'c'), task('c', 'b'), end())), [
    'never-ends b',
    'never-ends c',
  ])
})

test('a gateway needs exactly one default, and only gateways have conditions', () => {
  assert.deepEqual(found(model(choice('x', 'y:end?a; n:end2?b'), end(), end('end2'))), ['no-default x'])
  assert.deepEqual(found(model(choice('x', 'y:end n:end2'), end(), end('end2'))), ['several-defaults x'])
  assert.deepEqual(found(model(task('a', 'y:end?big'), end())), ['condition-misplaced a'])
})

test('a join must close the split it names, and each split has one', () => {
  assert.deepEqual(found(model(task('a', 'j'), join('j', 's', 'end'), end())), ['join-without-split j'])
  const crossed = model(
    split('s', 'b t'),
    split('t', 'c d'),
    task('b', 'js'),
    task('c', 'jt'),
    task('d', 'jt'),
    join('jt', 't', 'js'),
    join('js', 't', 'end'),
    end(),
  )
  assert.deepEqual(found(crossed), ['several-joins jt', 'join-without-split js'])
  const tooMany = model(split('s', 'b c'), task('b', 'j'), task('c', 'j'), join('j', 's', 'end', { need: 3 }), end())
  assert.deepEqual(found(tooMany), ['need-out-of-range j'])
})

test('a way out of a split past its join would leave dead tokens', () => {
  const made = model(
    task('a', 's'),
    split('s', 'b c'),
    task('b', 'on:j again:a'),
    task('c', 'j'),
    join('j', 's', 'end'),
    end(),
  )
  assert.deepEqual(found(made), ['dead-token a'])
})

test('gateways alone must not go round in a circle, and a race is between things that wait', () => {
  const circle = model(choice('x', 'again:y?true; on:end'), choice('y', 'back:x?true; on:end'), end())
  assert.deepEqual(found(circle), ['endless x', 'endless y'])
  assert.deepEqual(found(model(race('r', 'a m'), task('a', 'end'), service('m', 'end'), end())), [
    'race-without-wait r',
  ])
})

test('ways are counted: a split has two, a join one, a job one and perhaps «failed»', () => {
  assert.deepEqual(found(model(split('s', 'end'), end())), ['too-few-ways s'])
  assert.deepEqual(found(model(service('m', 'done:end other:end2'), end(), end('end2'))), ['service-ways m'])
})

test('everything is told at once, each with the step and the way it is about', () => {
  const made = model(
    task('a', 'x:nowhere y:x', { verbs: ['complete', 'return', 'addSigner'] }),
    choice('x', 'big:s?area >; small:s'),
    split('s', 'b c'),
    task('b', 'j'),
    task('c', 'again:x on:j', { role: 'nobody' }),
    join('j', 's', 'end'),
    task('alone', 'end'),
    end(),
  )
  assert.deepEqual(
    inspectModel(made, { roles: ['officer'], isExpression: isFeel }).map(
      ({ level, problem, step, transition }) =>
        `${level} ${problem.code.slice(14)} ${step}${transition ? ` ${transition}` : ''}`,
    ),
    [
      'error unknown-step a x',
      'error unreadable-expression x big',
      'error unknown-role c',
      'error unreachable alone',
      'error dead-token x',
      'warning return-nowhere a',
      'warning return-nowhere alone',
    ],
  )
  assert.equal(
    checkModel(made).some(({ code }) => code.endsWith('nowhere')),
    false,
    'a warning keeps nothing from being published',
  )
})

test('decisions, child processes and events are looked up; a circle of them alone is endless', () => {
  const made = model(decision('d', 'k'), child('k', 'end'), end())
  assert.deepEqual(found(made, { decisions: [], processes: [] }), ['unknown-decision d', 'unknown-process k'])
  assert.deepEqual(found(made, { decisions: ['d-table'], processes: ['other'] }), [])
  const pinned = model({ ...decision('d', 'end'), version: 'v1' } as Step, end())
  assert.deepEqual(found(pinned, { decisions: ['d-table', 'd-table@v2'] }), ['unknown-decision d'])
  const circle = model(choice('x', 'again:t?more; on:end'), thrown('t', 'x'), end())
  assert.deepEqual(found(circle), ['endless x', 'endless t'])
})

test('a boundary event stands on what waits, is not gone to, and its side path does not run into the main one', () => {
  const beside = (to: string) => model(task('a', 'b'), task('b', 'end'), border('w', 'a', to, 'beside'), end())
  assert.deepEqual(found(beside('end')), [])
  assert.deepEqual(found(beside('b')), ['dead-token b'])
  assert.deepEqual(
    found(model(task('a', 'w'), border('w', 'a', 'end'), end())),
    ['leads-to-boundary a', 'endless w'].slice(0, 1),
  )
  assert.deepEqual(found(model(task('a', 'x'), choice('x', 'end'), border('w', 'x', 'end'), end())), [
    'boundary-misplaced w',
  ])
  assert.deepEqual(found(model(task('a', 'end'), border('w', 'gone', 'end'), end())), [
    'unknown-step w',
    'unreachable w',
  ])
})

test('a part with boundary events is left by its own join, or by ending', () => {
  const part = (to: string) =>
    model(
      split('o', 's c'),
      split('s', 'a b'),
      task('a', 'sj'),
      task('b', to),
      join('sj', 's', 'j'),
      task('c', 'j'),
      border('w', 's', 'end'),
      join('j', 'o', 'end'),
      end(),
    )
  assert.deepEqual(found(part('sj')), [])
  assert.deepEqual(found(part('end')), [])
  assert.deepEqual(found(part('j')), ['border-open s'])
})

test('numbers of signatures must be possible, and who only reads does not block others', () => {
  const signed = (need: number | { ratio: number } | 'none', more = {}) => {
    const coSign = { signers: 'signers', pass: 'agree', otherwise: 'agree', need }
    return model(task('a', 'agree:end', { coSign, ...more }), end())
  }
  assert.deepEqual(found(signed(0)), ['need-impossible a'])
  assert.deepEqual(found(signed({ ratio: 1.2 })), ['need-impossible a'])
  assert.deepEqual(found(signed('none')), [])
  assert.deepEqual(found(signed('none', { exclusive: 'desk' })), ['exclusive-readers a'])
})

test('a split inside another may leave its branches to the outer join; one with a single way needs a join', () => {
  const loose = model(
    split('s', 'a i'),
    task('a', 'j'),
    some('i', 'b:b?x; c:c'),
    task('b', 'j'),
    task('c', 'j'),
    join('j', 's', 'end'),
    end(),
  )
  assert.deepEqual(found(loose), [])
  assert.deepEqual(found(model(split('s', 'a'), task('a', 'j'), join('j', 's', 'end'), end())), [])
})
