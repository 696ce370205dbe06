import { invalid, type Problem, Refusal } from '../../problems/problem.ts'
import { evaluateFeel } from '../feel.ts'
import type { Facts } from '../state.ts'
import { aggregate, byPriority } from './hits.ts'
import type { DecisionRule, DecisionTable, Hit, Outputs } from './table.ts'
import { asTyped } from './temporal.ts'
import { passes } from './unary.ts'

/** Why a rule matched, in the words of its author and in the values it looked at. */
export type Reason = {
  rule: string
  /** annotations and description of the rule; empty when its author wrote none */
  text: string
  /** only the inputs the rule asks about */
  because: { label: string; value: unknown; test: string }[]
}

export type Decision = {
  /** the one result of U, A, P, F and the aggregates; undefined when nothing matched and there is no default */
  outputs: Outputs | undefined
  /** every result of R, O and C, in their order; else the one */
  hits: Outputs[]
  matchedRules: string[]
  reasons: Reason[]
  /** labels of inputs about which the facts say nothing */
  unknown: string[]
}

/** Same table and facts, same answer. Refuses where the table contradicts itself or a value is not among those allowed. */
export function evaluateDecision(table: DecisionTable, facts: Facts): Decision | Problem {
  try {
    return decide(table, facts)
  } catch (error) {
    if (error instanceof Refusal) return error.problem
    throw error
  }
}

function decide(table: DecisionTable, facts: Facts): Decision | Problem {
  const values = table.inputs.map(({ expression, type }) => asTyped(evaluateFeel(expression, facts), type))
  const wrong = table.inputs.findIndex(
    ({ allowed }, i) => allowed && values[i] !== null && !passes(allowed, values[i], facts),
  )
  if (wrong >= 0)
    return refusal(table, 'input-not-allowed', { input: table.inputs[wrong]!.label, value: told(plain(values[wrong])) })
  const matches = ({ tests }: DecisionRule) => tests.every((test, i) => passes(test, values[i], facts))
  const matched = table.hitPolicy === 'F' ? firstOf(table.rules, matches) : table.rules.filter(matches)
  const hits = matched.map((rule) => ({ rule, outputs: outputsOf(table, rule.results, facts) }))
  const chosen = choose(table, hits)
  if ('code' in chosen) return chosen
  return {
    ...resultOf(table, chosen, facts),
    matchedRules: chosen.map(({ rule }) => rule.id),
    reasons: chosen.map(({ rule }) => reasonOf(table, rule, values)),
    unknown: table.inputs.filter((_, i) => values[i] === null || values[i] === undefined).map(({ label }) => label),
  }
}

const firstOf = (rules: DecisionRule[], matches: (rule: DecisionRule) => boolean): DecisionRule[] => {
  const first = rules.find(matches)
  return first ? [first] : []
}

const refusal = (table: DecisionTable, name: string, params: Problem['params']): Problem =>
  invalid(`process.decision.${name}`, { decision: table.name, ...params })

function outputsOf(table: DecisionTable, results: (string | undefined)[], facts: Facts): Outputs {
  return Object.fromEntries(
    table.outputs.map(({ name }, i) => [name, plain(results[i] ? evaluateFeel(results[i], facts) : null)]),
  )
}

/** FEEL's dates and durations as their ISO text, so that a result can be stored. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  if (Object.getPrototypeOf(value) !== Object.prototype) return String(value)
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]))
}

const told = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 60)

function choose(table: DecisionTable, hits: Hit[]): Hit[] | Problem {
  const rules = hits.map(({ rule }) => rule.id).join('、')
  switch (table.hitPolicy) {
    case 'U':
      return hits.length > 1 ? refusal(table, 'not-unique', { rules }) : hits
    case 'A': {
      const differ = new Set(hits.map(({ outputs }) => JSON.stringify(outputs))).size > 1
      return differ ? refusal(table, 'contradiction', { rules }) : hits
    }
    case 'P':
      return byPriority(table, hits).slice(0, 1)
    case 'O':
      return byPriority(table, hits)
    default:
      return hits
  }
}

function resultOf(table: DecisionTable, hits: Hit[], facts: Facts): Pick<Decision, 'outputs' | 'hits'> {
  const all = hits.map(({ outputs }) => outputs)
  if (['R', 'O', 'C'].includes(table.hitPolicy)) return { outputs: undefined, hits: all }
  if (table.hitPolicy.startsWith('C')) {
    const outputs = aggregate(table, all)
    return { outputs, hits: [outputs] }
  }
  const hasDefault = table.outputs.some(({ fallback }) => fallback)
  const fallback = hasDefault
    ? outputsOf(
        table,
        table.outputs.map((output) => output.fallback),
        facts,
      )
    : undefined
  const outputs = all[0] ?? fallback
  return { outputs, hits: outputs ? [outputs] : [] }
}

function reasonOf(table: DecisionTable, rule: DecisionRule, values: unknown[]): Reason {
  const asked = table.inputs.map(({ label }, i) => ({ label, value: plain(values[i]), test: rule.tests[i] ?? '-' }))
  return {
    rule: rule.id,
    text: [rule.description, ...rule.annotations].filter(Boolean).join('；'),
    because: asked.filter(({ test }) => test !== '-'),
  }
}
