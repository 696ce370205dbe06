import type { DecisionTable } from '../../../kernel/process/decision/table.ts'
import { namesIn } from './check-facts.ts'

/** A fact a rule asks for. `kind`: as its tests compare it; `choices`: the texts they name. */
export type RuleInput = { name: string; label: string; kind: 'number' | 'yesNo' | 'text'; choices: string[] }

const TEXTS = /"((?:\\.|[^"\\])*)"/g
const YES_NO = /\b(true|false)\b/
const NUMBERS = /(^|[^\w"])-?\d/

/** Every fact the table asks for, once, in the order of its columns. */
export function inputsOf({ inputs, rules }: DecisionTable): RuleInput[] {
  const found = inputs.flatMap(({ expression, label, allowed = '' }, column) => {
    const tests = [allowed, ...rules.map((rule) => rule.tests[column] ?? '-')].join('\n')
    const names = namesIn(expression)
    const isPlain = names.length === 1 && names[0] === expression.trim()
    return names.map(
      (name): RuleInput =>
        isPlain ? plainInput(name, label, tests) : { name, label: name, kind: 'text', choices: [] },
    )
  })
  return [...new Map(found.toReversed().map((one) => [one.name, one])).values()].toReversed()
}

function plainInput(name: string, label: string, tests: string): RuleInput {
  const choices = [...new Set([...tests.matchAll(TEXTS)].map(([, text]) => text!))]
  if (choices.length > 0) return { name, label, kind: 'text', choices }
  const kind = YES_NO.test(tests) ? 'yesNo' : NUMBERS.test(tests) ? 'number' : 'text'
  return { name, label, kind, choices: [] }
}
