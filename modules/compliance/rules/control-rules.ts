import { isCultivated, threeClassOf } from '../../../kernel/layers/codes/landuse.ts'
import type { Attributes } from '../../../kernel/layers/feature.ts'
import type { Conclusion } from '../schema.ts'

/** The features over a piece of land, with the values that were asked for; none: the layer leaves it free. */
type Over = { key: Attributes }[]

export type ControlRule = {
  id: string
  layer: string
  title: { zh: string; en: string }
  /** Law or notice the rule comes from. */
  clause: { zh: string; en: string }
  /** What is to be done where more than the allowed share is concerned. */
  advice: { zh: string; en: string }
  /** Only the part of the land for which this holds is looked at; all of it without. */
  of?: { layer: string; concerns: (over: Over) => boolean }
  /** Whether a piece of land is concerned; `day` is that of the report, YYYY-MM-DD. */
  concerns: (over: Over, day: string) => boolean
  /** Share of the planar area that may be concerned without consequence. */
  allowed: number
  /** What follows where more is. */
  beyond: Exclude<Conclusion, 'clear'>
}

/** Raise with any change: reports record what they were made by. */
export const RULES_VERSION = 1

const isCovered = (over: Over) => over.length > 0
const classIs = (test: (dlbm: string) => boolean) => (over: Over) =>
  over.some(({ key }) => test(String(key.DLBM ?? '')))

/** ZT, code table pwzt: 2 withdrawn, 3 run out, 4 in progress. */
const NOT_IN_FORCE = ['2', '3', '4']
export const isInForce = ({ ZT, YXQZ }: Attributes, day: string) =>
  !NOT_IN_FORCE.includes(String(ZT)) && (typeof YXQZ !== 'string' || YXQZ >= day)

/** AJZT, code table ajzt. */
const CLOSED_CASE = '4'

export const controlRules: readonly ControlRule[] = [
  {
    id: 'CM-01',
    layer: 'YJJBNT',
    title: { zh: '占用永久基本农田', en: 'On permanent basic farmland' },
    clause: { zh: '《土地管理法》第三十五条', en: 'Land Administration Law, art. 35' },
    advice: {
      zh: '不得擅自占用；确属国家重点项目且难以避让的，须报国务院批准，否则调整用地范围避让。',
      en: 'Not to be used; national projects that cannot avoid it need approval of the State Council, others move away.',
    },
    ...{ concerns: isCovered, allowed: 0, beyond: 'conflict' },
  },
  {
    id: 'CM-02',
    layer: 'STBHHX',
    title: { zh: '涉及生态保护红线', en: 'Inside the ecological redline' },
    clause: { zh: '自然资发〔2022〕142号', en: 'Notice 自然资发〔2022〕142号' },
    advice: {
      zh: '仅允许有限人为活动；不在允许清单内的，须避让或按程序论证报批。',
      en: 'Only the listed limited activities are allowed; anything else moves away or is argued and approved.',
    },
    ...{ concerns: isCovered, allowed: 0, beyond: 'conflict' },
  },
  {
    id: 'CM-03',
    layer: 'CZKFBJ',
    title: { zh: '位于城镇开发边界外', en: 'Outside the urban development boundary' },
    clause: { zh: '自然资发〔2023〕193号', en: 'Notice 自然资发〔2023〕193号' },
    advice: {
      zh: '边界外不得进行城镇集中建设；村庄、交通、能源等项目须说明准入依据。',
      en: 'No concentrated urban building outside; villages, transport, energy and the like state their ground.',
    },
    ...{ concerns: (over) => over.length === 0, allowed: 0.01, beyond: 'attention' },
  },
  {
    id: 'CM-04',
    layer: 'DLTB',
    title: { zh: '占用耕地', en: 'On cultivated land' },
    clause: { zh: '《土地管理法》第三十条', en: 'Land Administration Law, art. 30' },
    advice: {
      zh: '落实耕地占补平衡后方可占用。',
      en: 'May be used once as much cultivated land of like quality is made elsewhere.',
    },
    ...{ concerns: classIs(isCultivated), allowed: 0, beyond: 'attention' },
  },
  {
    id: 'CM-05',
    layer: 'NZYPW',
    of: { layer: 'DLTB', concerns: classIs((dlbm) => threeClassOf(dlbm) === '农用地') },
    title: { zh: '农用地未取得有效转用批文', en: 'Farm land without a conversion approval in force' },
    clause: { zh: '《土地管理法》第四十四条', en: 'Land Administration Law, art. 44' },
    advice: {
      zh: '建设占用农用地须办理农用地转用审批；批文覆盖外的部分不得动工。',
      en: 'Building on farm land needs approval of its conversion; no work on what no approval covers.',
    },
    ...{ concerns: (over, day) => !over.some(({ key }) => isInForce(key, day)), allowed: 0, beyond: 'attention' },
  },
  {
    id: 'CM-06',
    layer: 'ZFAJ',
    title: { zh: '涉及在办执法案件', en: 'Under an open enforcement case' },
    clause: { zh: '《土地管理法》第七十七条', en: 'Land Administration Law, art. 77' },
    advice: { zh: '案件办结前不予办理用地手续。', en: 'Nothing is granted before the case is closed.' },
    ...{ concerns: (over) => over.some(({ key }) => key.AJZT !== CLOSED_CASE), allowed: 0, beyond: 'conflict' },
  },
  {
    id: 'CM-07',
    layer: 'GLFW',
    title: { zh: '位于已划定管理范围内', en: 'Inside a managed extent' },
    clause: { zh: '管理范围划定文件', en: 'Document that drew the extent' },
    advice: { zh: '征求管理单位意见。', en: 'Ask whoever manages it.' },
    ...{ concerns: isCovered, allowed: 0, beyond: 'attention' },
  },
  {
    id: 'CM-08',
    layer: 'DLTB',
    title: { zh: '超出现状底图范围', en: 'Beyond the land-use map' },
    clause: { zh: '审查范围须在底图内', en: 'The land has to lie on the map' },
    advice: {
      zh: '核对坐标与行政区，底图外的部分未参与审查。',
      en: 'Check the coordinates; what lies beyond was not examined.',
    },
    ...{ concerns: (over) => over.length === 0, allowed: 0.001, beyond: 'attention' },
  },
]

/** What each layer is asked by: the fields rules and tables read. */
export const questions: Record<string, readonly string[]> = {
  DLTB: ['DLBM', 'QSXZ', 'QSDWMC', 'ZLDWDM'],
  YJJBNT: ['DLBM', 'ZLDWDM'],
  STBHHX: ['MC'],
  CZKFBJ: ['GHFQMC'],
  NZYPW: ['PZWH', 'XMMC', 'SYDW', 'PZRQ', 'YXQZ', 'ZT'],
  ZDPW: ['PZWH', 'XMMC', 'SYDW', 'PZRQ', 'YXQZ', 'ZT'],
  GDXM: ['PZWH', 'XMMC', 'SYDW', 'PZRQ', 'YXQZ', 'ZT'],
  SSNYDBA: ['PZWH', 'XMMC', 'SYDW', 'PZRQ', 'YXQZ', 'ZT'],
  LSYD: ['PZWH', 'XMMC', 'SYDW', 'PZRQ', 'YXQZ', 'ZT'],
  ZFAJ: ['PZWH', 'XMMC', 'SYDW', 'PZRQ', 'AJZT', 'YXQZ', 'ZT'],
  GLFW: ['PZWH', 'XMMC', 'SYDW', 'PZRQ', 'YXQZ', 'ZT'],
}

/** Layers whose features are told one by one with their numbers. */
export const approvalLayers = ['NZYPW', 'ZDPW', 'GDXM', 'SSNYDBA', 'LSYD', 'ZFAJ', 'GLFW']
