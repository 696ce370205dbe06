import type { CaseProcess } from '../../../kernel/cases/case-process.ts'
import { namesOf } from '../forms/fields.ts'
import {
  conversionApplication,
  farmFacilityApplication,
  preExaminationApplication,
  temporaryApplication,
  worksApplication,
} from '../forms/land-forms.ts'
import { licenceProcess } from './licence.ts'
import { ACCEPTED, atTheWindow, closing, way, words, work } from './steps.ts'

export const preExamination = licenceProcess({
  key: 'approvals.preExamination',
  zh: '建设项目用地预审与选址意见书',
  en: 'Pre-examination and site opinion',
  numbers: '预审〔{year}〕{serial:4}号',
  application: preExaminationApplication,
  isInspected: true,
})

export const conversion = licenceProcess({
  key: 'approvals.conversion',
  zh: '农用地转用',
  en: 'Conversion of farmland',
  numbers: '转用〔{year}〕{serial:4}号',
  application: conversionApplication,
  isInspected: true,
})

export const temporary = licenceProcess({
  key: 'approvals.temporary',
  zh: '临时用地审批',
  en: 'Temporary use of land',
  numbers: '临用〔{year}〕{serial:4}号',
  application: temporaryApplication,
  isInspected: false,
})

export const worksPermit = licenceProcess({
  key: 'approvals.works',
  zh: '建设工程规划许可',
  en: 'Works planning permit',
  numbers: '工规〔{year}〕{serial:4}号',
  application: worksApplication,
  isInspected: false,
})

export const acceptance = licenceProcess({
  key: 'approvals.acceptance',
  zh: '规划核实与用地验收',
  en: 'Acceptance',
  numbers: '验收〔{year}〕{serial:4}号',
  application: worksApplication,
  isInspected: false,
})

const task = work('approvals.farmFacility')
const applied = namesOf(farmFacilityApplication)

/** 设施农用地备案 (自然资规〔2019〕4号): no licence; the township takes it, the county records it. */
export const farmFacility: CaseProcess = {
  key: 'approvals.farmFacility',
  version: 2,
  business: 'approvals.farmFacility',
  numbers: '设农备〔{year}〕{serial:4}号',
  ...words('设施农用地备案', 'Farm facility record'),
  start: 'accept',
  limitDays: 5,
  clock: ACCEPTED,
  filing: { form: 'approvals.farmFacility', writable: applied },
  separation: { record: ['check'] },
  steps: [
    task('收件', 'Receipt', { id: 'accept', ...atTheWindow, writable: applied, limitDays: 1 }, [
      way('accept', 'check', '收件', 'Take in'),
      way('refuse', 'archive-notAccepted', '不予备案', 'Do not record'),
    ]),
    task('核查', 'Check', { id: 'check', role: 'officer', writable: ['checkFinding'], limitDays: 2 }, [
      way('pass', 'record', '提交备案', 'On to the record'),
    ]),
    task(
      '备案',
      'Record',
      { id: 'record', hidden: [], role: 'reviewer', writable: ['decisionNumber', 'decidedOn'], limitDays: 2 },
      [way('record', 'archive-completed', '予以备案', 'Record')],
    ),
    ...closing('completed', '已备案', 'Recorded'),
    ...closing('notAccepted', '不予备案', 'Not recorded'),
  ],
}
