import type { CaseProcess } from '../../../kernel/cases/case-process.ts'
import type { Transition, UserTask, Verb } from '../../../kernel/process/model.ts'

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
const later: Verb[] = [...everyday, 'return', 'sendStraightBack']

type Step = Pick<UserTask, 'id' | 'title' | 'form' | 'writable' | 'limitDays' | 'verbs'> &
  Partial<Pick<UserTask, 'role'>>

const person = (step: Step, transitions: Transition[]): UserTask => ({
  kind: 'userTask',
  role: 'officer',
  assignment: 'pool',
  ...step,
  transitions,
})

/**
 * 土地监测: one clue, one case. Facts of the case: `conclusion` (changed only by landuse.clue.adjust) and `linked` from the
 * screening, `surveyWay` from the sorting, `qualityErrors` from the quality check,
 * `noSurvey` from the field: why the range needs no survey (不调查), then the office decides. Lawful and linked clues need no survey: they are shared and archived.
 */
export const monitoring: CaseProcess = {
  key: 'landuse.monitoring',
  version: 2,
  business: 'landuse',
  numbers: '监〔{year}〕{serial:6}',
  title: { zh: '土地监测', en: 'Land monitoring' },
  start: 'screened',
  limitDays: 40,
  separation: { review: ['office', 'field'] },
  steps: [
    {
      kind: 'exclusive',
      id: 'screened',
      title: { zh: '智能甄别结论', en: 'Automatic conclusion' },
      transitions: [
        { name: 'settled', to: 'share', when: 'conclusion = "lawful" or linked = true' },
        { name: 'open', to: 'screen' },
      ],
    },
    person(
      {
        id: 'screen',
        title: { zh: '人工甄别', en: 'Manual screening' },
        form: 'landuse.screening',
        writable: ['screeningOpinion'],
        limitDays: 5,
        verbs: everyday,
      },
      [{ name: 'confirm', to: 'confirmed', title: { zh: '确认结论', en: 'Confirm the conclusion' } }],
    ),
    {
      kind: 'exclusive',
      id: 'confirmed',
      title: { zh: '甄别结论', en: 'Conclusion' },
      transitions: [
        {
          name: 'lawful',
          to: 'share',
          when: 'conclusion = "lawful"',
          title: { zh: '合法，不再调查', en: 'Lawful, no survey' },
        },
        { name: 'survey', to: 'sort', title: { zh: '需要调查', en: 'To be surveyed' } },
      ],
    },
    person(
      {
        id: 'sort',
        title: { zh: '内外业分件', en: 'Office or field' },
        form: 'landuse.sorting',
        writable: ['surveyWay', 'sortingReason'],
        limitDays: 2,
        verbs: later,
      },
      [
        { name: 'office', to: 'office', title: { zh: '内业调查', en: 'Office survey' } },
        { name: 'field', to: 'field', title: { zh: '外业举证', en: 'Field evidence' } },
      ],
    ),
    person(
      {
        id: 'office',
        title: { zh: '内业调查', en: 'Office survey' },
        form: 'landuse.survey',
        writable: ['surveyOpinion'],
        limitDays: 10,
        verbs: later,
      },
      [
        { name: 'submit', to: 'quality', title: { zh: '提交质检', en: 'Submit to quality check' } },
        { name: 'toField', to: 'field', title: { zh: '转外业', en: 'Send to the field' } },
      ],
    ),
    person(
      {
        id: 'field',
        title: { zh: '外业举证', en: 'Field evidence' },
        role: 'investigator',
        form: 'landuse.survey',
        writable: ['surveyOpinion'],
        limitDays: 15,
        verbs: later,
      },
      [
        { name: 'submit', to: 'quality', title: { zh: '提交质检', en: 'Submit to quality check' } },
        { name: 'noSurvey', to: 'office', title: { zh: '不调查，转内业', en: 'Not surveyed, to the office' } },
      ],
    ),
    {
      kind: 'serviceTask',
      id: 'quality',
      title: { zh: '成果质检', en: 'Quality check' },
      job: 'landuse.quality.check',
      retries: 3,
      transitions: [{ name: 'done', to: 'quality-passed' }],
    },
    {
      kind: 'exclusive',
      id: 'quality-passed',
      title: { zh: '质检结论', en: 'Passed?' },
      transitions: [
        { name: 'toField', to: 'field', when: 'qualityErrors > 0 and surveyWay = "field" and noSurvey = null' },
        { name: 'toOffice', to: 'office', when: 'qualityErrors > 0' },
        { name: 'passed', to: 'review' },
      ],
    },
    person(
      {
        id: 'review',
        title: { zh: '内业审核', en: 'Review' },
        role: 'reviewer',
        form: 'landuse.review',
        writable: ['reviewOpinion'],
        limitDays: 5,
        verbs: later,
      },
      [{ name: 'approve', to: 'result', title: { zh: '通过', en: 'Approve' } }],
    ),
    person(
      {
        id: 'result',
        title: { zh: '成果生成', en: 'Result into the base map' },
        role: 'data-manager',
        form: '',
        writable: [],
        limitDays: 5,
        verbs: later,
      },
      [{ name: 'applied', to: 'share', title: { zh: '已正式变更', en: 'Applied' } }],
    ),
    {
      kind: 'serviceTask',
      id: 'share',
      title: { zh: '成果共享', en: 'Sharing' },
      job: 'landuse.result.share',
      retries: 5,
      transitions: [{ name: 'done', to: 'archive' }],
    },
    {
      kind: 'serviceTask',
      id: 'archive',
      title: { zh: '快照归档', en: 'Snapshot' },
      job: 'landuse.case.archive',
      retries: 5,
      transitions: [{ name: 'done', to: 'end' }],
    },
    { kind: 'end', id: 'end', title: { zh: '办结', en: 'Closed' }, result: 'completed' },
  ],
}
