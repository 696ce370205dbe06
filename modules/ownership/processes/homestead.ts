import type { CaseProcess } from '../../../kernel/cases/case-process.ts'
import type { End, ServiceTask, Transition, UserTask, Verb } from '../../../kernel/process/model.ts'
import { firstRule } from '../../processes/api.ts'
import { application } from '../forms/homestead.ts'

export const HOMESTEAD = 'ownership.homestead'
const RULE = 'rules.homesteadArea'

const words = (zh: string, en: string) => ({ title: { zh, en } })
const way = (name: string, to: string, zh: string, en: string): Transition => ({ name, to, ...words(zh, en) })
const verbs: Verb[] = [
  ...(['claim', 'complete', 'withdraw', 'return', 'sendStraightBack', 'reassign', 'delegate'] as const),
  ...(['circulate', 'suspend', 'forcedClaim', 'abnormalClosure'] as const),
]

type Work = Pick<UserTask, 'id' | 'role' | 'limitDays'> & { writable?: string[]; hidden?: string[] }

const NOT_CHANGED = ['section:change', 'overFinding']
const CHANGED = ['overFinding']

const task = (
  zh: string,
  en: string,
  { writable = [], hidden = NOT_CHANGED, ...work }: Work,
  ways: Transition[],
): UserTask => ({
  ...{ kind: 'userTask', assignment: 'pool', form: HOMESTEAD, verbs, writable, hidden },
  ...words(zh, en),
  ...work,
  transitions: ways,
})

const archived = (result: string, zh: string, en: string): (ServiceTask | End)[] => [
  {
    ...{ kind: 'serviceTask', id: `archive-${result}`, job: 'casework.case.archive', retries: 5 },
    ...words('快照归档', 'Snapshot'),
    transitions: [{ name: 'done', to: result }],
  },
  { kind: 'end', id: result, ...words(zh, en), result },
]

/** 宅基地地籍变更: the area rule decides at the filing whether the reason is looked into first; then as any change of the cadastre. */
export const homesteadProcess: CaseProcess = {
  key: HOMESTEAD,
  version: 1,
  business: HOMESTEAD,
  numbers: '宅变〔{year}〕{serial:5}号',
  ...words('宅基地地籍变更', 'Homestead change'),
  start: 'standard',
  limitDays: 20,
  decisions: [firstRule(RULE)],
  filing: { form: HOMESTEAD, writable: application.map(({ name }) => name) },
  handledBy: { draw: 'surveyedBy' },
  separation: { confirm: ['draw', 'quality'], change: ['confirm'] },
  escalation: { '*': { role: 'leader', afterDays: 1 } },
  steps: [
    {
      ...{ kind: 'decision', id: 'standard', decision: RULE },
      ...words('面积标准', 'Standard'),
      outputs: { areaLimit: 'limit', areaConclusion: 'conclusion', areaOpinion: 'opinion' },
      transitions: [{ name: 'on', to: 'isOver' }],
    },
    {
      ...{ kind: 'exclusive', id: 'isOver' },
      ...words('是否超标准', 'Over the standard?'),
      transitions: [
        { ...way('over', 'verify', '超标准', 'Over'), when: 'areaConclusion != "符合"' },
        way('within', 'assign', '未超', 'Within'),
      ],
    },
    task(
      '超面积核查',
      'Check of the area',
      {
        id: 'verify',
        role: 'officer',
        limitDays: 3,
        writable: ['overFinding'],
        hidden: ['section:survey', 'section:change'],
      },
      [way('confirm', 'assign', '核实属实', 'Confirmed'), way('refuse', 'archive-refused', '不予变更', 'No change')],
    ),
    task(
      '派发调查机构',
      'Assign',
      {
        id: 'assign',
        role: 'officer',
        limitDays: 2,
        writable: ['surveyedBy'],
        hidden: ['parcels', 'buildings', 'qualityFinding', ...NOT_CHANGED],
      },
      [way('assign', 'draw', '派发', 'Assign')],
    ),
    task(
      '落图',
      'Drawing',
      {
        id: 'draw',
        role: 'investigator',
        limitDays: 5,
        writable: ['parcels'],
        hidden: ['buildings', 'qualityFinding', ...NOT_CHANGED],
      },
      [way('done', 'hang', '提交', 'Submit')],
    ),
    task(
      '楼盘挂接',
      'Buildings',
      {
        id: 'hang',
        role: 'officer',
        limitDays: 2,
        writable: ['buildings'],
        hidden: ['qualityFinding', ...NOT_CHANGED],
      },
      [way('done', 'quality', '挂接完成', 'Done')],
    ),
    task('数据检查', 'Data check', { id: 'quality', role: 'officer', limitDays: 2, writable: ['qualityFinding'] }, [
      way('pass', 'tentative', '通过', 'Pass'),
    ]),
    task('预变更', 'Tentative change', { id: 'tentative', role: 'data-manager', limitDays: 1 }, [
      way('done', 'slip', '预变更完成', 'Done'),
    ]),
    task(
      '地籍号确认单',
      'Slip of numbers',
      { id: 'slip', role: 'officer', limitDays: 1, writable: ['slipNumber'], hidden: ['changedOn', ...CHANGED] },
      [way('done', 'confirm', '提交审核', 'On to confirmation')],
    ),
    task(
      '成果确认审核',
      'Confirmation',
      { id: 'confirm', role: 'reviewer', limitDays: 2, hidden: ['changedOn', ...CHANGED] },
      [way('confirm', 'change', '确认', 'Confirm')],
    ),
    task(
      '正式变更',
      'Change',
      { id: 'change', role: 'data-manager', limitDays: 1, writable: ['changedOn'], hidden: CHANGED },
      [way('done', 'archive-completed', '变更完成', 'Done')],
    ),
    ...archived('completed', '已变更', 'Changed'),
    ...archived('refused', '不予变更', 'Not changed'),
  ],
}
