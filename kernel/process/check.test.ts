import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkModel } from './check.ts'
import type { Known } from './check-step.ts'
import { isFeel } from './feel.ts'
import type { ProcessModel } from './model.ts'
import { choice, end, join, model, race, service, split, task } from './test-kit.ts'

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
