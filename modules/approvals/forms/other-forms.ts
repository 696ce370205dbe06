import type { FormField } from '../../../kernel/forms/definition.ts'
import { applicantFields, approvalForm, checkFields, decisionFields, expertFields } from './fields.ts'

const words = (zh: string, en: string) => ({ title: { zh, en } })
const option = (value: string, zh: string, en: string) => ({ value, ...words(zh, en) })

/** 自然资源部令第8号: three classes, two grades. */
export const qualificationApplication: FormField[] = [
  ...applicantFields,
  {
    name: 'qualificationClass',
    type: 'choice',
    required: true,
    searchable: true,
    options: [
      option('survey', '地质灾害评估和治理工程勘查设计', 'Assessment, survey and design'),
      option('works', '地质灾害治理工程施工', 'Works'),
      option('supervision', '地质灾害治理工程监理', 'Supervision of works'),
    ],
    ...words('资质类别', 'Class'),
  },
  {
    name: 'grade',
    type: 'choice',
    required: true,
    options: [option('A', '甲级', 'Grade A'), option('B', '乙级', 'Grade B')],
    ...words('资质等级', 'Grade'),
  },
  {
    name: 'applicationKind',
    type: 'choice',
    required: true,
    options: [
      option('new', '新申请', 'New'),
      option('renewal', '延续', 'Renewal'),
      option('change', '变更', 'Change'),
      option('reissue', '补领', 'Reissue'),
    ],
    ...words('申请类型', 'Kind of application'),
  },
  { name: 'engineers', type: 'number', decimals: 0, min: 0, required: true, ...words('专业技术人员数', 'Engineers') },
]
export const qualificationExamination: FormField[] = [
  ...checkFields,
  {
    name: 'ministryCheck',
    type: 'multiline',
    required: true,
    maxLength: 1000,
    ...words('部系统初步核查', 'Ministry’s check'),
  },
  ...expertFields,
  {
    name: 'objection',
    type: 'multiline',
    required: true,
    maxLength: 2000,
    ...words('公示异议及核查', 'Objection and findings'),
  },
]
export const qualificationDecision: FormField[] = [
  {
    name: 'certificateNumber',
    type: 'text',
    required: true,
    maxLength: 40,
    searchable: true,
    ...words('资质证书编号', 'Certificate number'),
    hint: { zh: '由部系统生成，照录', en: 'Given by the ministry’s system; copy it' },
  },
  { name: 'announcedOn', type: 'date', required: true, notInFuture: true, ...words('公告日期', 'Announced on') },
  ...decisionFields.filter(({ name }) => name !== 'decisionNumber'),
]
export const qualificationForm = approvalForm(
  'approvals.qualification',
  '地质灾害防治单位资质申请表',
  'Qualification',
  {
    application: qualificationApplication,
    examination: qualificationExamination,
    decision: qualificationDecision,
  },
)

export const cadastralApplication: FormField[] = [
  ...applicantFields,
  {
    name: 'contractKind',
    type: 'choice',
    required: true,
    options: [option('main', '主合同', 'Main contract'), option('supplement', '补充合同', 'Supplementary contract')],
    ...words('合同类型', 'Contract'),
  },
  {
    name: 'contractNumber',
    type: 'text',
    required: true,
    maxLength: 60,
    searchable: true,
    ...words('合同（划拨决定书）编号', 'Contract number'),
  },
  {
    name: 'mainContractNumber',
    type: 'text',
    maxLength: 60,
    searchable: true,
    visibleWhen: 'contractKind = "supplement"',
    requiredWhen: 'contractKind = "supplement"',
    ...words('主合同编号', 'Main contract'),
  },
  {
    name: 'changeCause',
    type: 'choice',
    required: true,
    options: [
      option('supply', '土地供应', 'Supply of land'),
      option('expropriation', '土地征收', 'Expropriation'),
      option('registration', '不动产登记', 'Registration'),
    ],
    ...words('变更原因', 'Cause'),
  },
  {
    name: 'place',
    type: 'text',
    required: true,
    maxLength: 200,
    searchable: true,
    ...words('土地坐落', 'Where it lies'),
  },
]
export const cadastralExamination: FormField[] = [
  {
    name: 'surveyedBy',
    type: 'organisation',
    // SH072: whoever is in the bureau's table of survey organisations
    scheme: 'survey-organisations',
    required: true,
    ...words('调查机构', 'Survey organisation'),
  },
  {
    name: 'drawingWay',
    type: 'choice',
    required: true,
    options: [option('cut', '自动切割落图', 'Cut automatically'), option('upload', '上传外部成果', 'Uploaded')],
    ...words('落图方式', 'How it was drawn'),
  },
  { name: 'qualityFinding', type: 'multiline', required: true, maxLength: 1000, ...words('质检情况', 'Quality check') },
  {
    name: 'parcels',
    type: 'table',
    minRows: 1,
    maxRows: 200,
    ...words('变更前后宗地', 'Parcels before and after'),
    columns: [
      { name: 'before', type: 'text', maxLength: 40, ...words('变更前地籍号', 'Before') },
      { name: 'after', type: 'text', required: true, maxLength: 40, ...words('变更后地籍号', 'After') },
      {
        name: 'area',
        type: 'number',
        unit: 'm²',
        decimals: 2,
        min: 0,
        required: true,
        sum: true,
        ...words('面积', 'Area'),
      },
    ],
  },
]
export const cadastralDecision: FormField[] = [
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
export const cadastralForm = approvalForm('approvals.cadastral', '地籍变更立案表', 'Cadastral change', {
  application: cadastralApplication,
  examination: cadastralExamination,
  decision: cadastralDecision,
  version: 2,
})
