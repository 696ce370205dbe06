import type { CaseProcess } from '../../../kernel/cases/case-process.ts'
import type { FormField } from '../../../kernel/forms/definition.ts'
import type { Step } from '../../../kernel/process/model.ts'
import { consultFields, expertFields, inspectionFields, namesOf } from '../forms/fields.ts'
import { ACCEPTED, atTheWindow, closings, EXTENSION, GRANTED, REFUSED, way, words, work } from './steps.ts'

type Licence = {
  key: string
  zh: string
  en: string
  numbers: string
  application: FormField[]
  /** 现场踏勘 ∥ 专家评审 ∥ 征求意见 before the co-signing */
  isInspected: boolean
}

/** 受理 → 初审 → (踏勘 ∥ 评审 ∥ 征求意见, two of three) → 会签 (two of three) → 复核 → 审定 → 办结: how a bureau decides an application. */
export function licenceProcess({ key, zh, en, numbers, application, isInspected }: Licence): CaseProcess {
  const task = work(key)
  const applied = namesOf(application)
  return {
    key,
    version: 2,
    business: key,
    numbers,
    ...words(zh, en),
    start: 'accept',
    limitDays: 20,
    clock: ACCEPTED,
    extension: EXTENSION,
    signed: ['countersign', 'decide'],
    filing: { form: key, writable: applied },
    separation: { recheck: ['check'], decide: ['check', 'recheck'] },
    steps: [
      task('受理', 'Acceptance', { id: 'accept', ...atTheWindow, writable: applied, limitDays: 5 }, [
        way('accept', 'check', '受理', 'Accept'),
        way('refuse', 'archive-notAccepted', '不予受理', 'Do not accept'),
      ]),
      task(
        '初审',
        'First examination',
        { id: 'check', role: 'officer', writable: ['checkFinding', 'cosigners'], limitDays: 5 },
        [
          isInspected
            ? way('inspect', 'examine', '提交踏勘评审', 'On to inspection and review')
            : way('pass', 'countersign', '提交会签', 'On to co-signing'),
        ],
      ),
      ...(isInspected ? inspection(task) : []),
      task(
        '会签',
        'Co-signing',
        {
          id: 'countersign',
          role: 'countersigner',
          limitDays: 3,
          coSign: { signers: 'cosigners.person.id', pass: 'agree', otherwise: 'disagree', need: 2 },
          verbs: [
            'claim',
            'complete',
            'return',
            'withdraw',
            'addSigner',
            'removeSigner',
            'delegate',
            'circulate',
            'suspend',
          ],
        },
        [way('agree', 'recheck', '同意', 'Agree'), way('disagree', 'check', '不同意', 'Disagree')],
      ),
      task('复核', 'Second examination', { id: 'recheck', role: 'reviewer', limitDays: 3 }, [
        way('pass', 'decide', '通过', 'Pass'),
      ]),
      task('审定', 'Decision', { id: 'decide', role: 'leader', limitDays: 2 }, [
        way('grant', 'deliver', '准予许可', 'Grant'),
        way('refuse', 'inform', '不予许可', 'Refuse'),
      ]),
      task(
        '办结',
        'Delivery',
        {
          id: 'deliver',
          hidden: GRANTED,
          role: 'window',
          writable: ['decisionNumber', 'decidedOn', 'validUntil'],
          limitDays: 2,
        },
        [way('deliver', 'archive-granted', '办结', 'Close')],
      ),
      task(
        '不予许可告知',
        'Notice of refusal',
        { id: 'inform', hidden: REFUSED, role: 'window', writable: ['refusalReason', 'decidedOn'], limitDays: 2 },
        [way('inform', 'archive-refused', '告知并办结', 'Notify and close')],
      ),
      ...closings,
    ],
  }
}

/** Two of the three are enough (WCP 30 with cancellation): whatever is still under way then is called back. */
const inspection = (task: ReturnType<typeof work>): Step[] => [
  {
    kind: 'split',
    id: 'examine',
    ...words('踏勘与评审', 'Inspection and review'),
    transitions: [
      { name: 'inspect', to: 'inspect' },
      { name: 'experts', to: 'experts' },
      { name: 'consult', to: 'consult' },
    ],
  },
  task(
    '现场踏勘',
    'Inspection',
    { id: 'inspect', role: 'officer', writable: namesOf(inspectionFields), limitDays: 5 },
    [way('done', 'examined', '提交', 'Submit')],
  ),
  task(
    '专家评审',
    'Expert review',
    { id: 'experts', role: 'officer', writable: namesOf(expertFields), limitDays: 10 },
    [way('done', 'examined', '提交', 'Submit')],
  ),
  task(
    '征求部门意见',
    'Other authorities',
    { id: 'consult', role: 'officer', writable: namesOf(consultFields), limitDays: 10 },
    [way('done', 'examined', '提交', 'Submit')],
  ),
  {
    kind: 'join',
    id: 'examined',
    ...words('踏勘评审汇总', 'Two of three are back'),
    split: 'examine',
    need: 2,
    rest: 'cancel',
    transitions: [{ name: 'on', to: 'countersign' }],
  },
]
