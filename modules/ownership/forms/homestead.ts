import type { FormDefinition, FormField } from '../../../kernel/forms/definition.ts'

const words = (zh: string, en: string) => ({ title: { zh, en } })
const option = (value: string, zh: string, en: string) => ({ value, ...words(zh, en) })
const area = { type: 'number', unit: 'm²', decimals: 2, min: 0.01 } as const

/** What the household is asked; the terrain in the words the area rule knows. */
export const application: FormField[] = [
  {
    name: 'householder',
    type: 'text',
    required: true,
    maxLength: 50,
    searchable: true,
    ...words('户主', 'Householder'),
  },
  { name: 'mobile', type: 'text', required: true, format: 'mobile', ...words('联系电话', 'Mobile') },
  {
    name: 'persons',
    type: 'number',
    decimals: 0,
    min: 1,
    max: 30,
    required: true,
    ...words('户内人数', 'Persons in the household'),
  },
  {
    name: 'cause',
    type: 'choice',
    required: true,
    options: [
      option('new', '新批宅基地', 'Newly granted'),
      option('rebuild', '翻建扩建', 'Rebuilt or extended'),
      option('division', '分户', 'Division of the household'),
      option('inheritance', '继承、赠与', 'Inheritance or gift'),
      option('correction', '面积更正', 'Correction'),
    ],
    ...words('变更原因', 'Cause'),
  },
  {
    name: 'terrain',
    type: 'choice',
    required: true,
    options: [
      option('城市郊区', '城市郊区', 'Outskirts of a city'),
      option('川地塬地', '川地、塬地', 'Valley or tableland'),
      option('山地丘陵', '山地、丘陵', 'Mountains or hills'),
    ],
    ...words('所在地', 'Terrain'),
  },
  { name: 'homesteadArea', ...area, required: true, ...words('宅基地面积', 'Area of the homestead') },
  { name: 'floorArea', ...area, ...words('房屋建筑面积', 'Floor area') },
  { name: 'place', type: 'text', required: true, maxLength: 200, searchable: true, ...words('坐落', 'Where it lies') },
]

/** What the rule says, beside what is found out about a homestead over the standard. */
export const standard: FormField[] = [
  { name: 'areaLimit', type: 'number', unit: 'm²', decimals: 2, ...words('每户面积标准', 'Standard for a household') },
  { name: 'areaConclusion', type: 'text', maxLength: 20, ...words('规则结论', 'What the rule says') },
  { name: 'areaOpinion', type: 'text', maxLength: 200, ...words('规则意见', 'Its opinion') },
  {
    name: 'overFinding',
    type: 'multiline',
    required: true,
    maxLength: 1000,
    ...words('超面积核查情况', 'Why it is over the standard'),
    hint: { zh: '不予变更的，写明理由', en: 'Where there is no change, say why' },
  },
]

export const survey: FormField[] = [
  { name: 'surveyedBy', type: 'organisation', required: true, ...words('调查机构', 'Survey organisation') },
  {
    name: 'parcels',
    type: 'table',
    minRows: 1,
    maxRows: 50,
    ...words('变更前后宗地', 'Parcels before and after'),
    columns: [
      { name: 'before', type: 'text', maxLength: 40, ...words('变更前地籍号', 'Before') },
      { name: 'after', type: 'text', required: true, maxLength: 40, ...words('变更后地籍号', 'After') },
      { name: 'area', ...area, required: true, sum: true, ...words('面积', 'Area') },
    ],
  },
  {
    name: 'buildings',
    type: 'multiline',
    required: true,
    maxLength: 1000,
    ...words('楼盘挂接（幢、层、室）', 'Buildings, floors and rooms'),
  },
  {
    name: 'qualityFinding',
    type: 'multiline',
    required: true,
    maxLength: 1000,
    ...words('数据检查情况', 'Data check'),
  },
]

export const change: FormField[] = [
  {
    name: 'slipNumber',
    type: 'text',
    required: true,
    maxLength: 60,
    searchable: true,
    ...words('地籍号确认单编号', 'Number slip'),
  },
  { name: 'changedOn', type: 'date', required: true, notInFuture: true, ...words('正式变更日期', 'Changed on') },
]

const SECTIONS = { application, standard, survey, change }

export const homesteadForm: FormDefinition = {
  key: 'ownership.homestead',
  version: 1,
  ...words('宅基地地籍变更表', 'Homestead change'),
  sections: [
    { name: 'application', ...words('申请信息', 'Application') },
    { name: 'standard', ...words('面积标准', 'Standard') },
    { name: 'survey', ...words('调查信息', 'Survey') },
    { name: 'change', ...words('变更信息', 'Change') },
  ],
  fields: Object.entries(SECTIONS).flatMap(([section, fields]) => fields.map((field) => ({ ...field, section }))),
}
