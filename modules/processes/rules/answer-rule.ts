import { invalid, type Problem, Refusal } from '../../../kernel/problems/problem.ts'
import { evaluateDecision } from '../../../kernel/process/decision/evaluate.ts'
import type { DecisionTable, Outputs } from '../../../kernel/process/decision/table.ts'

/** A rule that matched: its place in the table, and why, in its author's words and in the values it looked at. */
export type Matched = {
  rule: string
  row: number
  text: string
  because: { label: string; value: unknown; test: string }[]
}

/** `isDecided` false: no rule matched and there is no default. `results`: several where the table may match several. */
export type RuleAnswer = { isDecided: boolean; results: Outputs[]; matched: Matched[]; unknown: string[] }

/** What the table says of the facts; a problem where it contradicts itself, a value is not allowed or cannot be computed with. */
export function answerRule(table: DecisionTable, facts: Record<string, unknown>): RuleAnswer | Problem {
  try {
    const decision = evaluateDecision(table, facts)
    if ('code' in decision) return decision
    const { hits, reasons, unknown } = decision
    const rowOf = (id: string) => table.rules.findIndex((rule) => rule.id === id) + 1
    const matched = reasons.map((reason) => ({ ...reason, row: rowOf(reason.rule) }))
    return { isDecided: hits.length > 0, results: hits, matched, unknown }
  } catch (error) {
    return error instanceof Refusal ? error.problem : invalid('processes.rule.not-computable', { rule: table.name })
  }
}

/** Cells looked at in one request: more than this and others would wait for it. */
const MOST_CELLS = 200_000

/** Why so many rows are not answered at once. */
export function tooMuch({ rules, inputs, name }: DecisionTable, rows: number): Problem | undefined {
  const cells = Math.max(1, rules.length * inputs.length)
  const most = Math.max(1, Math.floor(MOST_CELLS / cells))
  return rows > most ? invalid('processes.rule.decideMany.too-much', { rule: name, rows, most }) : undefined
}
