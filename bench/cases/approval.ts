import type { CaseProcess } from '../../kernel/cases/case-process.ts'
import type { FormDefinition } from '../../kernel/forms/definition.ts'
import type { UserTask, Verb } from '../../kernel/process/model.ts'

const title = (zh: string, en: string) => ({ title: { zh, en } })

const VERBS: Verb[] = [
  'claim',
  'complete',
  'return',
  'sendStraightBack',
  'withdraw',
  'reassign',
  'suspend',
  'forcedClaim',
]

/** What an approval is filed with. */
export const application: FormDefinition = {
  key: 'bench.application',
  version: 1,
  ...title('申请表', 'Application'),
  fields: [
    { name: 'applicant', type: 'text', required: true, ...title('申请人', 'Applicant') },
    { name: 'purpose', type: 'multiline', ...title('用途', 'Purpose') },
    { name: 'areaM2', type: 'number', min: 0, ...title('面积', 'Area') },
    { name: 'DLBM', type: 'text', pattern: '\\d{4}', ...title('地类', 'Land class') },
  ],
}

const step = (
  id: string,
  zh: string,
  en: string,
  role: string,
  to: string,
  more: Partial<UserTask> = {},
): UserTask => ({
  kind: 'userTask',
  id,
  ...title(zh, en),
  role,
  verbs: VERBS,
  form: '',
  writable: [],
  assignment: 'pool',
  transitions: [{ name: 'agree', to, ...title('同意', 'Agree') }],
  limitDays: 3,
  ...more,
})

/** A five-step approval: accepted with a form, examined, rechecked, approved, issued. */
export const approval: CaseProcess = {
  key: 'bench.approval',
  version: 1,
  ...title('审批', 'Approval'),
  business: 'bench',
  numbers: '测〔{year}〕{serial:7}号',
  filing: { form: application.key, writable: 'all' },
  start: 'accept',
  limitDays: 20,
  steps: [
    step('accept', '受理', 'Acceptance', 'officer', 'examine', {
      form: application.key,
      writable: ['applicant', 'purpose', 'areaM2', 'DLBM'],
    }),
    step('examine', '初审', 'Examination', 'officer', 'recheck'),
    step('recheck', '复审', 'Second examination', 'reviewer', 'approve'),
    step('approve', '审定', 'Approval', 'reviewer', 'issue'),
    step('issue', '发证', 'Issue', 'officer', 'end'),
    { kind: 'end', id: 'end', ...title('办结', 'Closed'), result: 'approved' },
  ],
}
