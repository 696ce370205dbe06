import type { DecisionRule, DecisionTable } from '../../../../kernel/process/decision/table.ts'

/** Changes of a table, each giving a new one; columns and rows by their place. */

const at = <T>(list: T[], place: number, value: T): T[] => list.map((one, i) => (i === place ? value : one))
const without = <T>(list: T[], place: number): T[] => list.filter((_, i) => i !== place)
const moved = <T>(list: T[], from: number, to: number): T[] => {
  const [one] = list.slice(from, from + 1)
  return one === undefined || to < 0 || to >= list.length ? list : without(list, from).toSpliced(to, 0, one)
}
const freeName = (base: string, taken: string[]): string => {
  const free = Array.from({ length: taken.length + 1 }, (_, i) => `${base}${i + 1}`)
  return free.find((name) => !taken.includes(name))!
}

const mapRules = (table: DecisionTable, change: (rule: DecisionRule) => DecisionRule): DecisionTable => ({
  ...table,
  rules: table.rules.map(change),
})

export const addInput = (table: DecisionTable): DecisionTable => {
  const id = freeName(
    'input-',
    table.inputs.map((input) => input.id),
  )
  const name = freeName(
    'input',
    table.inputs.map(({ expression }) => expression),
  )
  const grown = mapRules(table, (rule) => ({ ...rule, tests: [...rule.tests, '-'] }))
  return { ...grown, inputs: [...table.inputs, { id, label: name, expression: name }] }
}

export const removeInput = (table: DecisionTable, place: number): DecisionTable => ({
  ...mapRules(table, (rule) => ({ ...rule, tests: without(rule.tests, place) })),
  inputs: without(table.inputs, place),
})

export const setInput = (
  table: DecisionTable,
  place: number,
  change: Partial<DecisionTable['inputs'][number]>,
): DecisionTable => ({ ...table, inputs: at(table.inputs, place, { ...table.inputs[place]!, ...change }) })

export const addOutput = (table: DecisionTable): DecisionTable => {
  const name = freeName(
    'result',
    table.outputs.map((output) => output.name),
  )
  const grown = mapRules(table, (rule) => ({ ...rule, results: [...rule.results, ''] }))
  return { ...grown, outputs: [...table.outputs, { name, label: name, values: [] }] }
}

export const removeOutput = (table: DecisionTable, place: number): DecisionTable => ({
  ...mapRules(table, (rule) => ({ ...rule, results: without(rule.results, place) })),
  outputs: without(table.outputs, place),
})

export const setOutput = (
  table: DecisionTable,
  place: number,
  change: Partial<DecisionTable['outputs'][number]>,
): DecisionTable => ({ ...table, outputs: at(table.outputs, place, { ...table.outputs[place]!, ...change }) })

export const addRule = (table: DecisionTable, after: number): DecisionTable => {
  const id = freeName(
    'rule-',
    table.rules.map((rule) => rule.id),
  )
  const rule: DecisionRule = {
    id,
    tests: table.inputs.map(() => '-'),
    results: table.outputs.map(() => ''),
    annotations: table.annotations.map(() => ''),
  }
  return { ...table, rules: table.rules.toSpliced(after + 1, 0, rule) }
}

export const removeRule = (table: DecisionTable, place: number): DecisionTable => ({
  ...table,
  rules: without(table.rules, place),
})

export const moveRule = (table: DecisionTable, from: number, to: number): DecisionTable => ({
  ...table,
  rules: moved(table.rules, from, to),
})

export const setCell = (
  table: DecisionTable,
  row: number,
  part: 'tests' | 'results' | 'annotations',
  place: number,
  text: string,
): DecisionTable => {
  const rule = table.rules[row]!
  return { ...table, rules: at(table.rules, row, { ...rule, [part]: at(rule[part], place, text) }) }
}
