import type { DecisionTable } from '../../../kernel/process/decision/table.ts'
import { type Finding, finding } from './finding.ts'

/** What a readable table may still lack: a rule, a name of its own for each result, values to rank by. Expressions are checked when it is read. */
export function checkTable({ inputs, outputs, rules, hitPolicy, name }: DecisionTable): Finding[] {
  const names = outputs.map((output) => output.name)
  const twice = names.find((one, i) => names.indexOf(one) !== i)
  const ranked = hitPolicy === 'P' || hitPolicy === 'O'
  return [
    ...(name.trim() === '' ? [finding('no-title')] : []),
    ...(inputs.length === 0 ? [finding('table-without-input')] : []),
    ...(rules.length === 0 ? [finding('table-without-rules')] : []),
    ...names.filter((one) => !NAME.test(one)).map((one) => finding('output-name', { name: one })),
    ...(twice === undefined ? [] : [finding('output-twice', { name: twice })]),
    ...(ranked && outputs.some(({ values }) => values.length === 0) ? [finding('output-without-values')] : []),
    ...rules.flatMap(({ id, results }, i) =>
      results.every((result) => result === '') ? [{ ...finding('rule-without-result', { row: i + 1 }), step: id }] : [],
    ),
    ...alike(rules).map(([first, second]) => finding('rules-alike', { first, second }, 'warning')),
  ]
}

/** A fact of the case has a plain name: conditions ask for it. */
const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u

/** Two rules that ask for the same: the second never decides, or contradicts the first. */
function alike(rules: DecisionTable['rules']): [number, number][] {
  const seen = new Map<string, number>()
  return rules.flatMap(({ tests }, i): [number, number][] => {
    const key = JSON.stringify(tests)
    const first = seen.get(key)
    if (first === undefined) seen.set(key, i + 1)
    return first === undefined ? [] : [[first, i + 1]]
  })
}
