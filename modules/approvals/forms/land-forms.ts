import type { FormField } from '../../../kernel/forms/definition.ts'
import {
  applicantFields,
  approvalForm,
  checkFields,
  consultFields,
  cosignFields,
  decisionFields,
  expertFields,
  inspectionFields,
  landFields,
} from './fields.ts'

const words = (zh: string, en: string) => ({ title: { zh, en } })
const option = (value: string, zh: string, en: string) => ({ value, ...words(zh, en) })

const examination = [...checkFields, ...inspectionFields, ...expertFields, ...consultFields, ...cosignFields]
const plain = [...checkFields, ...cosignFields]

const investment: FormField[] = [
  {
    name: 'investmentKind',
    type: 'choice',
    required: true,
    options: [
      option('approved', '审批类', 'Approved'),
      option('licensed', '核准类', 'Licensed'),
      option('recorded', '备案类', 'Recorded'),
    ],
    ...words('项目类型', 'Kind of project'),
  },
  { name: 'investment', type: 'number', unit: '万元', decimals: 2, min: 0, ...words('总投资', 'Investment') },
]

export const preExaminationApplication = [...applicantFields, ...investment, ...landFields]
export const preExaminationForm = approvalForm(
  'approvals.preExamination',
  '建设项目用地预审与选址意见书申请表',
  'Pre-examination and site opinion',
  { application: preExaminationApplication, examination, decision: decisionFields },
)

export const conversionApplication: FormField[] = [
  ...applicantFields,
  ...landFields,
  {
    name: 'balance',
    type: 'text',
    maxLength: 100,
    requiredWhen: 'farmland > 0',
    ...words('补充耕地项目', 'Farmland made good by'),
    hint: { zh: '占用耕地的，填补充耕地项目编号（占补平衡）', en: 'Number of the project that makes up for it' },
  },
]
export const conversionForm = approvalForm('approvals.conversion', '农用地转用申请表', 'Conversion of farmland', {
  application: conversionApplication,
  examination,
  decision: decisionFields,
})

export const temporaryApplication: FormField[] = [
  ...applicantFields,
  {
    name: 'purpose',
    type: 'choice',
    required: true,
    options: [
      option('construction', '建设项目施工', 'Construction'),
      option('prospecting', '地质勘查', 'Prospecting'),
      option('archaeology', '考古和文物保护', 'Archaeology'),
    ],
    ...words('临时用途', 'Purpose'),
  },
  {
    name: 'isMajor',
    type: 'yesNo',
    required: true,
    ...words('能源、交通、水利等基础设施', 'Energy, transport or water'),
  },
  {
    name: 'years',
    type: 'number',
    unit: '年',
    decimals: 1,
    min: 0.1,
    max: 4,
    required: true,
    ...words('使用期限', 'Years'),
  },
  ...landFields,
  {
    name: 'reclamation',
    type: 'multiline',
    required: true,
    maxLength: 1000,
    ...words('复垦措施', 'Reclamation'),
    hint: { zh: '期满之日起一年内完成复垦', en: 'To be done within one year after the term' },
  },
]
export const temporaryForm = {
  ...approvalForm('approvals.temporary', '临时用地申请表', 'Temporary use of land', {
    application: temporaryApplication,
    examination: plain,
    decision: decisionFields,
  }),
  // 自然资规〔2021〕2号: two years, four for energy, transport and water.
  rules: [
    {
      name: 'term',
      holds: 'years = null or years <= 2 or isMajor = true',
      message: {
        zh: '临时用地期限一般不超过二年；能源、交通、水利等基础设施不超过四年。',
        en: 'Two years at most; four for energy, transport and water.',
      },
      field: 'years',
    },
  ],
}

export const farmFacilityApplication: FormField[] = [
  ...applicantFields,
  {
    name: 'facility',
    type: 'choice',
    required: true,
    options: [
      option('crops', '作物种植设施', 'Crop growing'),
      option('livestock', '畜禽养殖设施', 'Livestock'),
      option('aquaculture', '水产养殖设施', 'Aquaculture'),
    ],
    ...words('设施类型', 'Facility'),
  },
  ...landFields,
  { name: 'agreementOn', type: 'date', required: true, ...words('用地协议签订日期', 'Agreement signed on') },
]
export const farmFacilityForm = approvalForm('approvals.farmFacility', '设施农用地备案表', 'Farm facility record', {
  application: farmFacilityApplication,
  examination: checkFields,
  decision: decisionFields.filter(({ name }) => name === 'decisionNumber' || name === 'decidedOn'),
})

export const worksApplication: FormField[] = [
  ...applicantFields,
  { name: 'place', type: 'text', required: true, maxLength: 200, searchable: true, ...words('建设位置', 'Where') },
  {
    name: 'floorArea',
    type: 'number',
    unit: 'm²',
    decimals: 2,
    min: 0,
    required: true,
    ...words('总建筑面积', 'Floor area'),
  },
  { name: 'buildings', type: 'number', decimals: 0, min: 1, required: true, ...words('栋数', 'Buildings') },
]
export const worksForm = approvalForm('approvals.works', '建设工程规划许可申请表', 'Works planning permit', {
  application: worksApplication,
  examination: plain,
  decision: decisionFields,
})
export const acceptanceForm = approvalForm('approvals.acceptance', '规划核实与用地验收申请表', 'Acceptance', {
  application: worksApplication,
  examination: plain,
  decision: decisionFields,
})
