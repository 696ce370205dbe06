import type { FormDefinition, FormField } from '../../../kernel/forms/definition.ts'
import {
  at,
  description,
  landClass,
  options,
  ownership,
  reviewOpinion,
  sections,
  signature,
  source,
  task,
  words,
} from './fields.ts'

/** What a changed patch is asked, whether of the year or of the day. */
const site: FormField[] = [
  landClass('landClass', '现状地类', 'Land class now'),
  ownership,
  {
    name: 'useState',
    type: 'choice',
    section: 'site',
    required: true,
    ...words('利用状态', 'State of use'),
    options: options(
      ['inUse', '已利用', 'In use'],
      ['building', '建设中', 'Being built'],
      ['idle', '闲置', 'Idle'],
      ['cleared', '已拆除', 'Cleared'],
    ),
  },
  {
    name: 'startedOn',
    type: 'date',
    section: 'site',
    notInFuture: true,
    requiredWhen: 'useState = "building"',
    visibleWhen: 'useState = "building" or useState = "inUse"',
    ...words('开工（启用）日期', 'Begun on'),
  },
  {
    name: 'clearedOn',
    type: 'date',
    section: 'site',
    notInFuture: true,
    requiredWhen: 'useState = "cleared"',
    visibleWhen: 'useState = "cleared"',
    ...words('拆除日期', 'Cleared on'),
  },
  {
    name: 'users',
    type: 'table',
    section: 'site',
    maxRows: 20,
    ...words('实际用地者', 'Who uses it'),
    columns: [
      { name: 'name', type: 'text', required: true, maxLength: 100, ...words('名称', 'Name') },
      { name: 'area', type: 'number', unit: 'm²', decimals: 2, min: 0, sum: true, ...words('面积', 'Area') },
    ],
  },
  {
    name: 'usedArea',
    type: 'number',
    section: 'site',
    unit: 'm²',
    decimals: 2,
    computed: 'if users = null then null else sum(users.area)',
    ...words('用地面积合计', 'Area in all'),
  },
  description,
  signature,
]

const form = (key: string, zh: string, en: string, own: FormField[]): FormDefinition => ({
  key,
  version: 1,
  title: { zh, en },
  sections,
  fields: [source, task, ...own, ...site, reviewOpinion],
})

/** 年度国土变更调查: reasons of 《年度国土变更调查技术规程》's classes of change. */
export const annualChangeForm = form('fieldwork.annualChange', '年度变更调查表', 'Change survey of the year', [
  at('site', {
    name: 'changeKind',
    type: 'choice',
    required: true,
    ...words('变化类型', 'Kind of change'),
    options: options(
      ['construction', '新增建设用地', 'New construction land'],
      ['agricultural', '农用地内部变化', 'Change within farmland'],
      ['recovered', '复垦（恢复）', 'Brought back to farmland'],
      ['natural', '自然变化', 'Natural change'],
      ['none', '未变化', 'No change'],
    ),
  }),
])

export const dailyChangeForm = form('fieldwork.dailyChange', '日常变更调查表', 'Change survey of the day', [
  at('site', {
    name: 'approval',
    type: 'text',
    maxLength: 100,
    ...words('批准文号', 'Approval number'),
    hint: { zh: '有批准文件时填写。', en: 'Where there is an approval.' },
  }),
])
