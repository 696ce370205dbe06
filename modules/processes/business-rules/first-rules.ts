import { sql } from 'kysely'
import { canonicalJson } from '../../../kernel/crypto/canonical-json.ts'
import { sm3 } from '../../../kernel/crypto/sm3.ts'
import { json, type Trx } from '../../../kernel/db/database.ts'
import type { DecisionInput, DecisionTable, HitPolicy } from '../../../kernel/process/decision/table.ts'

type Line = [tests: string[], results: string[], basis: string]
type First = {
  key: string
  name: string
  hitPolicy: HitPolicy
  inputs: [label: string, expression: string][]
  outputs: [label: string, name: string][]
  lines: Line[]
}

/** What every review rule answers: what follows, and what to say. */
const REVIEW: First['outputs'] = [
  ['审查结论', 'conclusion'],
  ['审查意见', 'opinion'],
]
const CLEAR = '"符合"'
const ATTENTION = '"需核实"'
const CONFLICT = '"不符合"'

/** Rules a county bureau begins with; it changes them by its own versions, published by two persons. */
const firstRules: First[] = [
  {
    key: 'rules.landOnMap',
    name: '用地范围与一张图比对',
    hitPolicy: 'R',
    inputs: [
      ['图上永久基本农田（公顷）', 'mapBasicFarmland'],
      ['图上生态保护红线（公顷）', 'mapRedline'],
      ['申报面积与图上面积相差（%）', 'abs(landArea - mapArea) / mapArea * 100'],
      ['图上耕地多于申报（公顷）', 'mapFarmland - farmland'],
    ],
    outputs: REVIEW,
    lines: [
      [
        ['> 0.0001', '-', '-', '-'],
        [CONFLICT, '"图上占用永久基本农田，须避让，或按程序报国务院批准。"'],
        '《土地管理法》第三十五条',
      ],
      [
        ['-', '> 0.0001', '-', '-'],
        [ATTENTION, '"涉及生态保护红线，核对是否属于允许的有限人为活动。"'],
        '自然资发〔2022〕142号',
      ],
      [
        ['-', '-', '> 5', '-'],
        [ATTENTION, '"申报面积与范围图形面积相差超过百分之五，请核对申请表或范围。"'],
        '勘测定界成果与申请表应当一致',
      ],
      [
        ['-', '-', '-', '> 0.01'],
        [ATTENTION, '"图上耕地多于申报耕地，请核对占补平衡面积。"'],
        '《土地管理法》第三十条',
      ],
      [
        ['<= 0.0001', '<= 0.0001', '<= 5', '<= 0.01'],
        [CLEAR, '"图上与申报相符，不涉及永久基本农田和生态保护红线。"'],
        '国土空间用途管制',
      ],
    ],
  },
  {
    key: 'rules.conversionAuthority',
    name: '农用地转用和征收审批机关',
    hitPolicy: 'F',
    inputs: [
      ['永久基本农田（公顷）', 'basicFarmland'],
      ['耕地（公顷）', 'farmland'],
      ['用地总面积（公顷）', 'landArea'],
    ],
    outputs: [['审批机关', 'authority'], ...REVIEW],
    lines: [
      [
        ['> 0', '-', '-'],
        ['"国务院"', ATTENTION, '"涉及永久基本农田，须报国务院批准，并论证难以避让。"'],
        '《土地管理法》第三十五条、第四十四条',
      ],
      [
        ['-', '> 35', '-'],
        ['"国务院"', ATTENTION, '"耕地超过三十五公顷，征收须报国务院批准。"'],
        '《土地管理法》第四十六条',
      ],
      [
        ['-', '-', '> 70'],
        ['"国务院"', ATTENTION, '"土地超过七十公顷，征收须报国务院批准。"'],
        '《土地管理法》第四十六条',
      ],
      [
        ['-', '-', '>= 0'],
        ['"省人民政府"', CLEAR, '"由省人民政府或其授权机关批准。"'],
        '《土地管理法》第四十四条、第四十六条',
      ],
    ],
  },
  {
    key: 'rules.temporaryTerm',
    name: '临时用地期限与占用耕地',
    hitPolicy: 'F',
    inputs: [
      ['使用期限（年）', 'years'],
      ['能源、交通、水利等基础设施', 'isMajor'],
      ['永久基本农田（公顷）', 'basicFarmland'],
    ],
    outputs: REVIEW,
    lines: [
      [['> 4', '-', '-'], [CONFLICT, '"期限超过四年，不得批准。"'], '《土地管理法实施条例》第二十条'],
      [['> 2', 'false', '-'], [CONFLICT, '"一般临时用地期限不超过二年。"'], '《土地管理法》第五十七条'],
      [
        ['-', '-', '> 0'],
        [ATTENTION, '"占用永久基本农田，须能够恢复原种植条件，并编制土地复垦方案。"'],
        '自然资规〔2021〕2号',
      ],
      [['<= 4', '-', '-'], [CLEAR, '"期限符合规定。"'], '《土地管理法》第五十七条'],
    ],
  },
  {
    key: 'rules.farmFacility',
    name: '设施农用地选址',
    hitPolicy: 'F',
    inputs: [
      ['设施类型', 'facility'],
      ['永久基本农田（公顷）', 'basicFarmland'],
      ['耕地（公顷）', 'farmland'],
    ],
    outputs: REVIEW,
    lines: [
      [['"crops"', '> 0', '-'], [ATTENTION, '"种植设施破坏耕地耕作层的，须补划永久基本农田。"'], '自然资规〔2019〕4号'],
      [
        ['"livestock", "aquaculture"', '> 0', '-'],
        [ATTENTION, '"养殖设施原则上不得使用永久基本农田；少量确实难以避让的，须补划。"'],
        '自然资规〔2019〕4号',
      ],
      [
        ['-', '-', '> 0'],
        [ATTENTION, '"使用一般耕地，不须落实占补平衡；核查耕作层是否被破坏。"'],
        '自然资规〔2019〕4号',
      ],
      [['-', '-', '>= 0'], [CLEAR, '"不使用耕地。"'], '自然资规〔2019〕4号'],
    ],
  },
  {
    key: 'rules.homesteadArea',
    name: '宅基地面积标准',
    hitPolicy: 'U',
    inputs: [
      ['所在地', 'terrain'],
      ['宅基地面积（m²）', 'homesteadArea'],
    ],
    outputs: [['每户标准（m²）', 'limit'], ...REVIEW],
    lines: [
      [['"城市郊区"', '<= 133'], ['133', CLEAR, '"未超过城市郊区每户标准。"'], '陕西省实施《土地管理法》办法'],
      [
        ['"城市郊区"', '> 133'],
        ['133', ATTENTION, '"超过城市郊区每户标准，超出部分不予确权。"'],
        '陕西省实施《土地管理法》办法',
      ],
      [['"川地塬地"', '<= 200'], ['200', CLEAR, '"未超过川地、塬地每户标准。"'], '陕西省实施《土地管理法》办法'],
      [
        ['"川地塬地"', '> 200'],
        ['200', ATTENTION, '"超过川地、塬地每户标准，超出部分不予确权。"'],
        '陕西省实施《土地管理法》办法',
      ],
      [['"山地丘陵"', '<= 267'], ['267', CLEAR, '"未超过山地、丘陵地每户标准。"'], '陕西省实施《土地管理法》办法'],
      [
        ['"山地丘陵"', '> 267'],
        ['267', ATTENTION, '"超过山地、丘陵地每户标准，超出部分不予确权。"'],
        '陕西省实施《土地管理法》办法',
      ],
    ],
  },
]

function tableOf({ key, name, hitPolicy, inputs, outputs, lines }: First): DecisionTable {
  const content = {
    ...{ id: key, name, hitPolicy },
    inputs: inputs.map(([label, expression], i): DecisionInput => ({ id: `input-${i + 1}`, label, expression })),
    outputs: outputs.map(([label, output]) => ({ name: output, label, values: [] })),
    annotations: ['依据'],
    rules: lines.map(([tests, results, basis], i) => ({ id: `rule-${i + 1}`, tests, results, annotations: [basis] })),
  }
  return { ...content, version: sm3(canonicalJson(content)) }
}

export const firstTables: DecisionTable[] = firstRules.map(tableOf)

/** A rule as it came with the program, for a process that came with it. */
export function firstRule(key: string): DecisionTable {
  const table = firstTables.find(({ id }) => id === key)
  if (!table) throw new Error(`no first rule ${key}`)
  return table
}

/** What came with the program, as the first version; a bureau that has the rule already keeps its own. */
export async function publishRules(trx: Trx, now: Date): Promise<void> {
  for (const table of firstTables)
    await sql`insert into decision_definition (key, version, digest, definition, published_at)
      values (${table.id}, 1, ${sm3(canonicalJson(table))}, ${json(table)}, ${now}) on conflict do nothing`.execute(trx)
}
