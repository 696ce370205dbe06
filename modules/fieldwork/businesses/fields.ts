import type { ChoiceField, FormField } from '../../../kernel/forms/definition.ts'
import { landuseSurvey3 } from '../../../kernel/layers/codes/landuse-survey3.ts'
import { qsxz } from '../../../kernel/layers/codes/qsxz.ts'

export const words = (zh: string, en: string) => ({ title: { zh, en } })

export const options = (...list: [value: string, zh: string, en: string][]): ChoiceField['options'] =>
  list.map(([value, zh, en]) => ({ value, ...words(zh, en) }))

/** Parts of every field form: given out with the task, found on the site, decided at the desk. */
export const sections = [
  { name: 'task', ...words('任务信息', 'The task') },
  { name: 'site', ...words('现场情况', 'On the site') },
  { name: 'review', ...words('审核意见', 'Review') },
]

export const at = <F extends FormField>(section: string, field: F): F => ({ ...field, section })

/** Where the task comes from; «self»: found in the field (自主发现). */
export const source: FormField = {
  name: 'source',
  type: 'choice',
  section: 'task',
  default: 'issued',
  ...words('任务来源', 'Source'),
  options: options(
    ['issued', '内业派发', 'Given out by the office'],
    ['self', '自主发现', 'Found in the field'],
    ['report', '群众举报', 'Reported by the public'],
  ),
}

export const task: FormField = {
  name: 'taskNote',
  type: 'multiline',
  section: 'task',
  maxLength: 1000,
  ...words('任务说明', 'What is to be looked at'),
}

/** 现场描述 (SH103) */
export const description: FormField = {
  name: 'description',
  type: 'multiline',
  section: 'site',
  required: true,
  maxLength: 2000,
  searchable: true,
  ...words('现场描述', 'What is there'),
}

export const landClass = (name: string, zh: string, en: string): FormField => ({
  name,
  type: 'code',
  section: 'site',
  required: true,
  scheme: landuseSurvey3.scheme,
  edition: landuseSurvey3.edition,
  ...words(zh, en),
})

export const ownership: FormField = {
  name: 'ownership',
  type: 'code',
  section: 'site',
  scheme: qsxz.scheme,
  edition: qsxz.edition,
  ...words('权属性质', 'Ownership'),
}

/** 调查人签名: stands for what is filled in before it. */
export const signature: FormField = {
  name: 'surveyor',
  type: 'signature',
  section: 'site',
  ...words('调查人签名', 'Surveyor’s signature'),
}

export const reviewOpinion: FormField = {
  name: 'reviewOpinion',
  type: 'multiline',
  section: 'review',
  maxLength: 2000,
  ...words('审核意见', 'Reviewer’s opinion'),
}
