import { dayOf } from '../../../kernel/calendar/day.ts'

/** One turn of a demo case: how many days ago, who, at which step, which way, with what. */
export type Turn = [daysAgo: number, login: string, step: string, outcome: string, data?: Record<string, unknown>]

export type DemoCase = {
  item: string
  title: string
  applicant: { name: string; kind: string }
  /** which of the demo projects it belongs to */
  project?: string
  town: number
  filedAgo: number
  data: Record<string, unknown>
  turns: Turn[]
  suspended?: string
}

/** Beijing days before the one the county is drawn on. */
const dayAgo = (days: number) => dayOf(Date.now() - days * 86_400_000)

const contact = { contact: '马建军', mobile: '13909160001' }
const plot = (place: string, landArea: number, farmland: number) => ({ place, landArea, farmland })
const education = { name: '云栖县教育局', kind: 'government' }
const logistics = { name: '云栖县供销集团有限公司', kind: 'enterprise' }
const inspected = { inspectedOn: dayAgo(23), inspection: '现场为旱地和农村道路，界线清楚，无地上附着物。' }
const replies = { replies: [{ authority: '市生态环境局云栖分局', reply: 'agree' }] }
const checked = { checkFinding: '符合国土空间规划和用途管制要求，不占永久基本农田和生态保护红线。' }

/** Invented, one at nearly every turn an approval can take; logins are those of the demo bureau. */
export const demoCases: DemoCase[] = [
  {
    ...{
      item: 'YDYS',
      title: '东关村幼儿园用地预审与选址',
      applicant: education,
      project: '东关村幼儿园',
      town: 0,
      filedAgo: 27,
    },
    data: { ...contact, ...plot('城关镇东关村', 1.2436, 0.3821), investmentKind: 'approved', investment: 2860 },
    turns: [
      [27, 'liumin', 'accept', 'accept'],
      [25, 'caijing', 'check', 'inspect', checked],
      [22, 'caijing', 'inspect', 'done', inspected],
      [21, 'linzhiyuan', 'consult', 'done', replies],
      [20, 'chengang', 'countersign', 'agree'],
      [20, 'luxue', 'countersign', 'agree'],
      [19, 'sunlihua', 'recheck', 'pass'],
      [18, 'zhouzhengyi', 'decide', 'grant'],
      [
        17,
        'liumin',
        'deliver',
        'deliver',
        { decisionNumber: '云自然资预〔2026〕19号', decidedOn: dayAgo(18), validUntil: dayAgo(18 - 3 * 365) },
      ],
    ],
  },
  {
    ...{
      item: 'NYDZY',
      title: '东关村幼儿园农用地转用',
      applicant: education,
      project: '东关村幼儿园',
      town: 0,
      filedAgo: 12,
    },
    data: { ...contact, ...plot('城关镇东关村', 1.2436, 0.3821), balance: '补耕〔2026〕017号' },
    turns: [
      [12, 'liumin', 'accept', 'accept'],
      [10, 'caijing', 'check', 'inspect', checked],
      [7, 'caijing', 'inspect', 'done', inspected],
      [6, 'linzhiyuan', 'consult', 'done', replies],
      [3, 'chengang', 'countersign', 'agree'],
    ],
  },
  {
    ...{
      item: 'YDYS',
      title: '清水河冷链物流园用地预审与选址',
      applicant: logistics,
      project: '清水河冷链物流园',
      town: 1,
      filedAgo: 18,
    },
    data: { ...contact, ...plot('清水河镇柳树村', 4.6612, 2.0358), investmentKind: 'recorded', investment: 12400 },
    turns: [
      [18, 'liumin', 'accept', 'accept'],
      [16, 'linzhiyuan', 'check', 'inspect', checked],
      [9, 'linzhiyuan', 'inspect', 'done', inspected],
    ],
  },
  {
    ...{
      item: 'LSYD',
      title: '城区供水管线工程临时用地',
      applicant: { name: '云栖县供水公司', kind: 'enterprise' },
      town: 0,
      filedAgo: 6,
    },
    data: {
      ...{ ...contact, ...plot('城关镇南门村', 0.8104, 0.2177), purpose: 'construction', isMajor: true, years: 3 },
      reclamation: '表土剥离堆存，管线回填后覆土三十厘米复耕，期满一年内验收。',
    },
    turns: [[5, 'liumin', 'accept', 'accept']],
  },
  {
    ...{
      item: 'LSYD',
      title: '地质勘查临时用地',
      applicant: { name: '陕南地质勘查院', kind: 'institution' },
      town: 2,
      filedAgo: 1,
    },
    data: {
      ...{ ...contact, ...plot('白杨镇石门村', 0.2215, 0.1), purpose: 'prospecting', isMajor: false, years: 1 },
      reclamation: '封孔后恢复耕作层。',
    },
    turns: [],
  },
  {
    ...{
      item: 'SSNYD',
      title: '石门村设施蔬菜大棚备案',
      applicant: { name: '石门村股份经济合作社', kind: 'collective' },
      town: 2,
      filedAgo: 4,
    },
    data: { ...contact, ...plot('白杨镇石门村', 0.9, 0.9), facility: 'crops', agreementOn: dayAgo(14) },
    turns: [
      [4, 'liumin', 'accept', 'accept'],
      [3, 'caijing', 'check', 'pass', { checkFinding: '不破坏耕作层，规模符合标准。' }],
    ],
  },
  {
    ...{
      item: 'DZZH',
      title: '地质灾害防治单位乙级资质申请',
      applicant: { name: '云中岩土工程有限公司', kind: 'enterprise' },
      town: 0,
      filedAgo: 14,
    },
    data: { ...contact, qualificationClass: 'survey', grade: 'B', applicationKind: 'new', engineers: 26 },
    turns: [
      [13, 'liumin', 'accept', 'accept'],
      [10, 'caijing', 'prelim', 'pass', { checkFinding: '人员、装备、业绩材料齐全。' }],
      [8, 'linzhiyuan', 'ministry', 'done', { ministryCheck: '部系统核查无异常。' }],
    ],
  },
  {
    ...{
      item: 'DJBG',
      title: '南门村出让宗地地籍变更',
      applicant: { name: '云栖县城投公司', kind: 'enterprise' },
      town: 0,
      filedAgo: 9,
    },
    data: {
      ...{ ...contact, contractKind: 'main', contractNumber: '610799-2026-CR-0031', changeCause: 'supply' },
      place: '城关镇南门村',
    },
    turns: [],
  },
  {
    ...{
      item: 'DJBG',
      title: '柳树村划拨宗地地籍变更',
      applicant: { name: '清水河镇人民政府', kind: 'government' },
      town: 1,
      filedAgo: 11,
    },
    data: {
      ...{ ...contact, contractKind: 'main', contractNumber: '610799-2026-HB-0007', changeCause: 'supply' },
      place: '清水河镇柳树村',
    },
    turns: [],
    suspended: '与相邻宗地界线有争议，调处中',
  },
]
