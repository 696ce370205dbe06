import type { FormDefinition, FormField } from '../../../kernel/forms/definition.ts'
import { description, landClass, options, reviewOpinion, sections, signature, source, task, words } from './fields.ts'

const site = (field: FormField): FormField => ({ ...field, section: 'site' })

/** 测量标志巡查: what 《测量标志保护条例》 art. 16–22 has looked after. */
export const markPatrolForm: FormDefinition = {
  key: 'fieldwork.markPatrol',
  version: 1,
  title: { zh: '测量标志巡查表', en: 'Patrol of survey marks' },
  sections,
  fields: [
    source,
    task,
    site({
      name: 'markName',
      type: 'text',
      required: true,
      maxLength: 100,
      searchable: true,
      ...words('标志名称（点号）', 'Name or number of the mark'),
    }),
    site({
      name: 'markKind',
      type: 'choice',
      required: true,
      ...words('标志类型', 'Kind of mark'),
      options: options(
        ['gnss', '卫星导航定位点', 'GNSS point'],
        ['triangulation', '三角点', 'Triangulation point'],
        ['levelling', '水准点', 'Levelling point'],
        ['gravity', '重力点', 'Gravity point'],
      ),
    }),
    site({
      name: 'condition',
      type: 'choice',
      required: true,
      ...words('完好情况', 'Condition'),
      options: options(
        ['whole', '完好', 'Whole'],
        ['damaged', '损坏', 'Damaged'],
        ['lost', '丢失', 'Lost'],
        ['occupied', '被占压', 'Built over'],
      ),
    }),
    site({
      name: 'cause',
      type: 'multiline',
      maxLength: 1000,
      requiredWhen: 'condition != "whole"',
      visibleWhen: 'condition != null and condition != "whole"',
      ...words('损毁原因', 'How it came about'),
    }),
    site({ name: 'keeper', type: 'text', maxLength: 50, ...words('保管人', 'Keeper') }),
    site({ name: 'keeperPhone', type: 'text', format: 'mobile', ...words('保管人电话', 'Keeper’s mobile') }),
    description,
    signature,
    reviewOpinion,
  ],
}

const suspicion: FormField[] = [
  site({
    name: 'offence',
    type: 'choice',
    required: true,
    ...words('疑似违法类型', 'Suspected offence'),
    options: options(
      ['none', '未发现违法', 'None found'],
      ['occupation', '非法占地', 'Land occupied unlawfully'],
      ['farmland', '破坏耕地', 'Farmland destroyed'],
      ['mining', '非法采矿', 'Unlawful mining'],
      ['planning', '违反规划建设', 'Built against the plan'],
    ),
  }),
  site({
    name: 'party',
    type: 'text',
    maxLength: 100,
    searchable: true,
    requiredWhen: 'offence != null and offence != "none"',
    visibleWhen: 'offence != null and offence != "none"',
    ...words('当事人', 'Party concerned'),
  }),
  site({
    name: 'progress',
    type: 'choice',
    requiredWhen: 'offence != null and offence != "none"',
    visibleWhen: 'offence != null and offence != "none"',
    ...words('建设进度', 'How far it has come'),
    options: options(
      ['foundation', '平整、基础', 'Ground or foundation'],
      ['structure', '主体施工', 'Structure going up'],
      ['finished', '已建成', 'Finished'],
    ),
  }),
  site({
    name: 'stopped',
    type: 'yesNo',
    visibleWhen: 'offence != null and offence != "none"',
    ...words('当场制止', 'Stopped on the spot'),
  }),
]

const enforcement = (key: string, zh: string, en: string, own: FormField[]): FormDefinition => ({
  key,
  version: 1,
  title: { zh, en },
  sections,
  fields: [
    source,
    task,
    ...own,
    ...suspicion,
    landClass('landClass', '现状地类', 'Land class now'),
    description,
    signature,
    reviewOpinion,
  ],
})

/** 执法动态巡查: 《自然资源执法监督规定》 (2020) art. 14. */
export const enforcementPatrolForm = enforcement(
  'fieldwork.enforcementPatrol',
  '执法动态巡查表',
  'Enforcement patrol',
  [],
)

export const clueCheckForm = enforcement('fieldwork.clueCheck', '违法线索核查表', 'Check of a clue', [
  site({
    name: 'clueNumber',
    type: 'text',
    maxLength: 60,
    searchable: true,
    ...words('线索编号', 'Number of the clue'),
  }),
  site({
    name: 'isTrue',
    type: 'yesNo',
    required: true,
    ...words('线索是否属实', 'Is the clue true'),
  }),
])
