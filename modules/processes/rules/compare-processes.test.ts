import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loanProcess } from '../loan.testing.ts'
import { compareProcesses } from './compare-processes.ts'

test('two versions differ in what was changed, and in nothing else', () => {
  const before = loanProcess('local.loan')
  assert.deepEqual(compareProcesses(before, { ...before, version: 2 }), [])
  const after = {
    ...before,
    limitDays: 9,
    steps: before.steps
      .filter(({ id }) => id !== 'refused')
      .map((step) => (step.id === 'hand' ? { ...step, role: 'reviewer', limitDays: 3 } : step)),
    separation: { sign: ['accept'], hand: ['sign'] },
  }
  const told = compareProcesses(before, after as typeof before).map(({ kind, step, part, from, to }) =>
    [kind, step?.id ?? '', part, from, to].join(' ').trim(),
  )
  assert.deepEqual(told, [
    'changed  limitDays 5 9',
    'changed hand role officer reviewer',
    'changed hand limitDays 2 3',
    'added hand separation  sign',
    'removed refused end',
  ])
})
