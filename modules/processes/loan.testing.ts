import type { CaseProcess } from '../../kernel/cases/case-process.ts'
import type { FormDefinition } from '../../kernel/forms/definition.ts'
import type { Transition, UserTask } from '../../kernel/process/model.ts'

const both = (text: string) => ({ zh: text, en: text })

export const loanForm: FormDefinition = {
  key: 'archives.loan',
  version: 1,
  title: both('借阅申请'),
  fields: [
    { name: 'file', title: both('案卷'), type: 'text', required: true },
    { name: 'days', title: both('天数'), type: 'number', required: true, min: 1 },
    { name: 'secret', title: both('涉密'), type: 'yesNo' },
  ],
}

const task = (id: string, title: string, role: string, transitions: Transition[]): UserTask => ({
  id,
  title: both(title),
  kind: 'userTask',
  transitions,
  role,
  verbs: ['claim', 'complete', 'return'],
  form: 'archives.loan',
  writable: [],
  assignment: 'pool',
  limitDays: 2,
})

/** 档案借阅: accepted, when secret signed by the leader, handed out. */
export const loanProcess = (key: string): CaseProcess => ({
  key,
  version: 1,
  title: both('档案借阅'),
  start: 'accept',
  limitDays: 5,
  business: 'archives',
  numbers: '借〔{year}〕{serial:4}号',
  separation: { sign: ['accept'] },
  escalation: { sign: { role: 'leader', afterDays: 1 } },
  filing: { form: 'archives.loan', writable: ['file', 'days', 'secret'] },
  steps: [
    task('accept', '受理', 'officer', [{ name: 'submit', to: 'which' }]),
    {
      id: 'which',
      title: both('是否涉密'),
      kind: 'exclusive',
      transitions: [
        { name: 'secret', to: 'sign', when: 'secret = true' },
        { name: 'open', to: 'hand' },
      ],
    },
    task('sign', '领导签批', 'leader', [
      { name: 'agree', to: 'hand', title: both('同意') },
      { name: 'disagree', to: 'refused', title: both('不同意') },
    ]),
    task('hand', '出借', 'officer', [{ name: 'submit', to: 'end' }]),
    { id: 'end', title: both('办结'), kind: 'end', result: 'completed' },
    { id: 'refused', title: both('不予借阅'), kind: 'end', result: 'refused' },
  ],
})
