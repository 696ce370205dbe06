import type { CaseProcess } from '../../../kernel/cases/case-process.ts'
import type { Title, UserTask, Verb } from '../../../kernel/process/model.ts'

const everyday: Verb[] = [
  'claim',
  'complete',
  'withdraw',
  'reassign',
  'delegate',
  'circulate',
  'suspend',
  'forcedClaim',
]
const words = (zh: string, en: string) => ({ title: { zh, en } })

const field = (form: string, limitDays: number): UserTask => ({
  kind: 'userTask',
  id: 'field',
  ...words('外业举证', 'Field evidence'),
  role: 'investigator',
  assignment: 'pool',
  form,
  writable: ['section:site'],
  hidden: ['section:review'],
  limitDays,
  verbs: everyday,
  transitions: [{ name: 'submit', to: 'review', ...words('提交审核', 'Hand in for review') }],
})

const review = (form: string): UserTask => ({
  kind: 'userTask',
  id: 'review',
  ...words('待审核', 'Awaiting review'),
  role: 'reviewer',
  assignment: 'pool',
  form,
  writable: ['section:review'],
  limitDays: 5,
  verbs: [...everyday, 'return', 'sendStraightBack'],
  transitions: [{ name: 'approve', to: 'archive', ...words('审核通过', 'Approve') }],
})

/**
 * What is looked at in the field and reviewed at the desk: 外业举证 → 待审核 → 归档. Filed at the desk with a range and handed out, or
 * opened by what somebody has found in the field (自主发现).
 */
function fieldBusiness(
  business: string,
  title: Title,
  { numbers, limitDays }: { numbers: string; limitDays: number },
): CaseProcess {
  // biome-ignore format: one line
  return {
    key: business,
    version: 1,
    business,
    title,
    numbers,
    start: 'field',
    limitDays: limitDays + 10,
    separation: { review: ['field'] },
    filing: { form: business, writable: ['section:task'] },
    steps: [
      field(business, limitDays),
      review(business),
      {
        kind: 'serviceTask',
        id: 'archive',
        ...words('快照归档', 'Snapshot'),
        job: 'casework.case.archive',
        retries: 5,
        transitions: [{ name: 'done', to: 'end' }],
      },
      { kind: 'end', id: 'end', ...words('办结', 'Closed'), result: 'completed' },
    ],
  }
}

export const fieldProcesses: CaseProcess[] = [
  fieldBusiness(
    'fieldwork.annualChange',
    { zh: '年度变更调查', en: 'Change survey of the year' },
    { numbers: '变〔{year}〕{serial:6}', limitDays: 15 },
  ),
  fieldBusiness(
    'fieldwork.dailyChange',
    { zh: '日常变更调查', en: 'Change survey of the day' },
    { numbers: '日变〔{year}〕{serial:6}', limitDays: 10 },
  ),
  fieldBusiness(
    'fieldwork.markPatrol',
    { zh: '测量标志巡查', en: 'Patrol of survey marks' },
    { numbers: '标巡〔{year}〕{serial:5}', limitDays: 20 },
  ),
  fieldBusiness(
    'fieldwork.enforcementPatrol',
    { zh: '执法巡查', en: 'Enforcement patrol' },
    { numbers: '执巡〔{year}〕{serial:6}', limitDays: 10 },
  ),
  fieldBusiness(
    'fieldwork.clueCheck',
    { zh: '执法线索核查', en: 'Check of a clue' },
    { numbers: '线核〔{year}〕{serial:6}', limitDays: 7 },
  ),
]
