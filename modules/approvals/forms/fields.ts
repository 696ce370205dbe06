import type { ChoiceField, FormDefinition, FormField, FormSection } from '../../../kernel/forms/definition.ts'

const words = (zh: string, en: string) => ({ title: { zh, en } })
const choices = (options: [value: string, zh: string, en: string][]): ChoiceField['options'] =>
  options.map(([value, zh, en]) => ({ value, ...words(zh, en) }))

const SECTIONS: FormSection[] = [
  { name: 'application', ...words('申请信息', 'Application') },
  { name: 'examination', ...words('审查信息', 'Examination') },
  { name: 'decision', ...words('决定信息', 'Decision') },
]

/** What the window is given about whoever applies. */
export const applicantFields: FormField[] = [
  { name: 'contact', type: 'text', required: true, maxLength: 50, ...words('联系人', 'Contact') },
  { name: 'mobile', type: 'text', required: true, format: 'mobile', ...words('联系电话', 'Mobile') },
]

/** Asked of every use of land. */
export const landFields: FormField[] = [
  hectares('landArea', '用地总面积', 'Land in all', true),
  hectares('farmland', '其中：耕地', 'of it cultivated', true),
  hectares('basicFarmland', '其中：永久基本农田', 'of it permanent basic farmland', false),
  {
    name: 'place',
    type: 'text',
    required: true,
    maxLength: 200,
    searchable: true,
    ...words('用地位置', 'Where it lies'),
  },
]

function hectares(name: string, zh: string, en: string, required: boolean): FormField {
  return { name, type: 'number', unit: '公顷', decimals: 4, min: 0, ...(required && { required }), ...words(zh, en) }
}

export const checkFields: FormField[] = [
  {
    name: 'checkFinding',
    type: 'multiline',
    required: true,
    maxLength: 2000,
    ...words('初审情况', 'First examination'),
  },
]

/** 会签人 are proposed from the item's sections; the officer may choose others. */
export const cosignFields: FormField[] = [
  {
    name: 'cosigners',
    type: 'table',
    minRows: 3,
    maxRows: 9,
    ...words('会签人', 'Co-signers'),
    columns: [
      { name: 'person', type: 'person', required: true, ...words('姓名', 'Name') },
      { name: 'section', type: 'text', maxLength: 50, ...words('科室', 'Section') },
    ],
  },
]

/** The three things done side by side; two of them are enough to go on. */
export const inspectionFields: FormField[] = [
  { name: 'inspectedOn', type: 'date', required: true, notInFuture: true, ...words('踏勘日期', 'Inspected on') },
  { name: 'inspection', type: 'multiline', required: true, maxLength: 2000, ...words('踏勘情况', 'What was seen') },
]
export const expertFields: FormField[] = [
  { name: 'reviewedOn', type: 'date', required: true, notInFuture: true, ...words('评审日期', 'Reviewed on') },
  {
    name: 'expertConclusion',
    type: 'choice',
    required: true,
    options: choices([
      ['pass', '通过', 'Passed'],
      ['amend', '修改后通过', 'Passed with changes'],
      ['fail', '不通过', 'Not passed'],
    ]),
    ...words('专家评审结论', 'Experts’ conclusion'),
  },
]
export const consultFields: FormField[] = [
  {
    name: 'replies',
    type: 'table',
    minRows: 1,
    maxRows: 20,
    ...words('部门意见', 'Replies of authorities'),
    columns: [
      { name: 'authority', type: 'text', required: true, maxLength: 100, ...words('部门', 'Authority') },
      {
        name: 'reply',
        type: 'choice',
        required: true,
        options: choices([
          ['agree', '同意', 'Agrees'],
          ['conditions', '有条件同意', 'Agrees on conditions'],
          ['object', '不同意', 'Objects'],
        ]),
        ...words('意见', 'Reply'),
      },
      { name: 'note', type: 'text', maxLength: 500, ...words('说明', 'Note') },
    ],
  },
]

/** What is handed over in the end: the document, or why there is none. */
export const decisionFields: FormField[] = [
  {
    name: 'decisionNumber',
    type: 'text',
    required: true,
    maxLength: 60,
    searchable: true,
    ...words('批准文号', 'Number of the decision'),
  },
  { name: 'decidedOn', type: 'date', required: true, notInFuture: true, ...words('批准日期', 'Decided on') },
  { name: 'validUntil', type: 'date', ...words('有效期至', 'Valid until') },
  {
    name: 'refusalReason',
    type: 'multiline',
    required: true,
    maxLength: 2000,
    ...words('不予许可的理由', 'Reasons of the refusal'),
  },
]

type Parts = { application: FormField[]; examination: FormField[]; decision: FormField[] }

/** One form for the whole case: every step writes its own part of it. */
export function approvalForm(key: string, zh: string, en: string, parts: Parts & { version?: number }): FormDefinition {
  const fields = SECTIONS.flatMap(({ name }) =>
    parts[name as keyof Parts].map((field) => ({ ...field, section: name })),
  )
  return { key, version: parts.version ?? 1, ...words(zh, en), sections: SECTIONS, fields }
}

export const namesOf = (fields: FormField[]): string[] => fields.map(({ name }) => name)
