import type { FormDefinition, FormField } from '../../../kernel/forms/definition.ts'

const opinion = (name: string, zh: string, en: string, required = false): FormField => ({
  name,
  type: 'multiline',
  title: { zh, en },
  maxLength: 2000,
  required,
})

/** The forms of the monitoring case, in the order of its steps. */
export const monitoringForms: FormDefinition[] = [
  {
    key: 'landuse.screening',
    version: 1,
    title: { zh: '人工甄别', en: 'Manual screening' },
    fields: [
      {
        name: 'conclusion',
        type: 'choice',
        required: true,
        title: { zh: '甄别结论', en: 'Conclusion' },
        options: [
          { value: 'lawful', title: { zh: '合法', en: 'Lawful' } },
          { value: 'suspect', title: { zh: '疑似违法', en: 'Suspect' } },
          { value: 'manual', title: { zh: '待核实', en: 'To be verified' } },
        ],
      },
      opinion('screeningOpinion', '甄别意见', 'Opinion'),
    ],
  },
  {
    key: 'landuse.sorting',
    version: 1,
    title: { zh: '内外业分件', en: 'Office or field' },
    fields: [
      {
        name: 'surveyWay',
        type: 'choice',
        title: { zh: '调查方式', en: 'Way of survey' },
        options: [
          { value: 'office', title: { zh: '内业调查', en: 'Office' } },
          { value: 'field', title: { zh: '外业举证', en: 'Field' } },
        ],
      },
      opinion('sortingReason', '分件理由', 'Reason'),
    ],
  },
  {
    key: 'landuse.survey',
    version: 1,
    title: { zh: '调查', en: 'Survey' },
    fields: [opinion('surveyOpinion', '调查意见', 'Surveyor’s opinion')],
  },
  {
    key: 'landuse.review',
    version: 1,
    title: { zh: '审核', en: 'Review' },
    fields: [opinion('reviewOpinion', '审核意见', 'Reviewer’s opinion')],
  },
]
