import type { CaseProcess } from '../../../kernel/cases/case-process.ts'
import { namesOf } from '../forms/fields.ts'
import { cadastralApplication } from '../forms/other-forms.ts'
import { closing, way, words, work } from './steps.ts'

const key = 'approvals.cadastral'
const task = work(key)
const applied = namesOf(cadastralApplication)

/** 地籍变更: the new parcels stand as 预变更 until the slip of numbers and the result are confirmed, then the change is made. */
export const cadastral: CaseProcess = {
  key,
  version: 2,
  business: key,
  numbers: '地籍变〔{year}〕{serial:5}号',
  ...words('地籍变更', 'Cadastral change'),
  start: 'assign',
  limitDays: 15,
  filing: { form: key, writable: applied },
  handledBy: { draw: 'surveyedBy' },
  separation: { confirm: ['draw', 'quality'], change: ['confirm'] },
  steps: [
    task('派发调查机构', 'Assign', { id: 'assign', role: 'officer', writable: ['surveyedBy'], limitDays: 2 }, [
      way('assign', 'draw', '派发', 'Assign'),
    ]),
    task('落图', 'Drawing', { id: 'draw', role: 'investigator', writable: ['drawingWay', 'parcels'], limitDays: 5 }, [
      way('done', 'quality', '提交质检', 'On to the quality check'),
    ]),
    task('质检', 'Quality check', { id: 'quality', role: 'officer', writable: ['qualityFinding'], limitDays: 2 }, [
      way('pass', 'tentative', '通过', 'Pass'),
    ]),
    task('预变更', 'Tentative change', { id: 'tentative', role: 'data-manager', limitDays: 1 }, [
      way('done', 'slip', '预变更完成', 'Done'),
    ]),
    task(
      '地籍号确认单',
      'Slip of numbers',
      { id: 'slip', hidden: [], role: 'officer', writable: ['slipNumber'], limitDays: 1 },
      [way('done', 'confirm', '提交审核', 'On to confirmation')],
    ),
    task('成果确认审核', 'Confirmation', { id: 'confirm', hidden: [], role: 'reviewer', limitDays: 2 }, [
      way('confirm', 'change', '确认', 'Confirm'),
    ]),
    task(
      '正式变更',
      'Change',
      { id: 'change', hidden: [], role: 'data-manager', writable: ['changedOn'], limitDays: 1 },
      [way('done', 'archive-completed', '变更完成', 'Done')],
    ),
    ...closing('completed', '已变更', 'Changed'),
  ],
}
