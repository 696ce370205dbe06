import type { CaseProcess } from '../../../kernel/cases/case-process.ts'
import { expertFields, namesOf } from '../forms/fields.ts'
import { qualificationApplication } from '../forms/other-forms.ts'
import { ACCEPTED, atTheWindow, closings, EXTENSION, GRANTED, REFUSED, way, words, work } from './steps.ts'

const key = 'approvals.qualification'
const task = work(key)
const applied = namesOf(qualificationApplication)

/**
 * 地质灾害防治单位资质审批 (自然资源部令第8号): the ministry's system checks first and gives the certificate its number; the
 * decision stands five working days in public, and an objection is looked into before it is made.
 */
export const qualification: CaseProcess = {
  key,
  version: 2,
  business: key,
  numbers: '地灾资质〔{year}〕{serial:4}号',
  ...words('地质灾害防治单位资质审批', 'Qualification for geological-hazard work'),
  start: 'accept',
  limitDays: 20,
  clock: ACCEPTED,
  extension: EXTENSION,
  signed: ['decide'],
  filing: { form: key, writable: applied },
  separation: { decide: ['prelim'] },
  steps: [
    task('受理', 'Acceptance', { id: 'accept', ...atTheWindow, writable: applied, limitDays: 5 }, [
      way('accept', 'prelim', '受理', 'Accept'),
      way('refuse', 'archive-notAccepted', '不予受理', 'Do not accept'),
    ]),
    task('初审', 'First examination', { id: 'prelim', role: 'officer', writable: ['checkFinding'], limitDays: 5 }, [
      way('pass', 'ministry', '通过', 'Pass'),
    ]),
    task(
      '部系统初步核查',
      'Ministry’s check',
      { id: 'ministry', role: 'officer', writable: ['ministryCheck'], limitDays: 3 },
      [way('done', 'experts', '提交专家评审', 'On to the experts')],
    ),
    task('专家评审', 'Expert review', { id: 'experts', role: 'officer', writable: namesOf(expertFields) }, [
      way('publish', 'publicity', '提交公示', 'Publish'),
      way('refuse', 'inform', '评审不通过', 'Not passed'),
    ]),
    {
      kind: 'eventGateway',
      id: 'publicity',
      ...words('公示', 'In public'),
      transitions: [
        { name: 'over', to: 'publicityOver' },
        { name: 'objected', to: 'objection' },
      ],
    },
    {
      kind: 'timer',
      id: 'publicityOver',
      ...words('公示期满', 'Five working days over'),
      wait: { workingDays: 5 },
      transitions: [{ name: 'on', to: 'decide' }],
    },
    task('公示异议核查', 'Objection', { id: 'objection', role: 'officer', writable: ['objection'] }, [
      way('dismissed', 'decide', '异议不成立', 'Dismissed'),
      way('upheld', 'inform', '异议成立', 'Upheld'),
    ]),
    task('审定', 'Decision', { id: 'decide', role: 'leader', limitDays: 3 }, [
      way('grant', 'certificate', '准予许可', 'Grant'),
      way('refuse', 'inform', '不予许可', 'Refuse'),
    ]),
    task(
      '制证',
      'Certificate',
      {
        id: 'certificate',
        hidden: ['refusalReason', 'announcedOn'],
        role: 'officer',
        writable: ['certificateNumber', 'decidedOn', 'validUntil'],
        limitDays: 3,
      },
      [way('done', 'announce', '提交公告', 'On to the announcement')],
    ),
    task(
      '公告发证',
      'Announcement',
      { id: 'announce', hidden: GRANTED, role: 'window', writable: ['announcedOn'], limitDays: 3 },
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
