import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CaseProcess } from '../../../kernel/cases/case-process.ts'
import type { UserTask } from '../../../kernel/process/model.ts'
import { loanForm, loanProcess } from '../loan.testing.ts'
import { blankProcess } from './blank-process.ts'
import { checkDesign, checkDrawing } from './check-design.ts'
import type { KnownNames } from './known.ts'

const both = (text: string) => ({ zh: text, en: text })

const known: KnownNames = {
  roles: ['officer', 'leader'].map((code) => ({ code, title: both(code) })),
  forms: [
    {
      ...loanForm,
      sections: [],
      fields: loanForm.fields.map((field) => ({ ...field, required: field.required ?? false })),
    },
  ],
  jobs: [],
  decisions: [],
  processes: [],
  businesses: ['archives'],
}

const loan = loanProcess('local.loan')
const said = (process: CaseProcess, shipped?: CaseProcess): string[] =>
  checkDesign(process, known, shipped).map(({ level, problem, step }) =>
    [level, problem.code.replace(/^process(es)?\.(check|model)\./, ''), step].filter(Boolean).join(' '),
  )
const withStep = (id: string, change: Partial<UserTask>): CaseProcess => ({
  ...loan,
  steps: loan.steps.map((step) => (step.id === id ? ({ ...step, ...change } as UserTask) : step)),
})

test('a sound design has nothing to be said about', () => assert.deepEqual(said(loan), []))

test('an empty sheet says where to begin', async () => {
  const { findings } = await checkDrawing(blankProcess('local.new', both('新流程'), 'archives'), known)
  assert.ok(findings.some(({ problem }) => problem.code === 'processes.check.nothing-to-do'))
})

test('numbers, business and filing are checked before anybody files a case', () => {
  const { filing: _, ...unfiled } = loan
  assert.deepEqual(said({ ...unfiled, business: '档案', numbers: '借{day}号' }), [
    'error no-business',
    'error numbers-without-serial',
    'error numbers-unknown-part',
    'warning no-filing',
    'warning never-written',
    'warning never-written',
  ])
  assert.deepEqual(said({ ...loan, filing: { form: 'archives.loan', writable: ['file', 'days', 'colour'] } }), [
    'error filing-field-unknown',
  ])
})

test('a step without role, with fields its form lacks, or that cannot be completed, is named', () => {
  assert.deepEqual(said(withStep('hand', { role: '', writable: ['shelf'], verbs: ['claim'] })), [
    'error field-unknown hand',
    'error verb-missing hand',
    'error no-role hand',
  ])
})

test('a condition over what nobody fills in is never true: a warning', () => {
  const steps = loan.steps.map((step) =>
    step.id === 'which' && step.kind === 'exclusive'
      ? {
          ...step,
          transitions: step.transitions.map((way) => ({ ...way, ...(way.when && { when: 'colour = "red"' }) })),
        }
      : step,
  )
  assert.deepEqual(said({ ...loan, steps }), ['warning fact-unknown which'])
})

test('steps the program works on stay, with their ways out; what is filed at the desk is free', () => {
  const { filing: _, ...shipped } = loan
  const without = { ...loan, steps: loan.steps.filter(({ id }) => id !== 'hand') }
  assert.ok(said(without, shipped as CaseProcess).includes('error shipped-step-missing'))
  assert.ok(!said(without, loan).includes('error shipped-step-missing'))
  const renamed = withStep('sign', {
    transitions: [
      { name: 'yes', to: 'hand' },
      { name: 'disagree', to: 'refused' },
    ],
  })
  assert.ok(said(renamed, shipped as CaseProcess).includes('error shipped-way-missing sign'))
})
