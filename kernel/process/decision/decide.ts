import { invalid, type Problem } from '../../problems/problem.ts'
import type { Facts } from '../state.ts'
import { evaluateDecision } from './evaluate.ts'
import type { DecisionTable, Outputs } from './table.ts'

/**
 * The interpreter's `decide` over these tables, by id or name and, if given, version. Tables that may match several rules
 * answer with a list for each output. No answer is a problem: an unknown table, no matching rule, contradicting rules.
 */
export function decideWith(tables: readonly DecisionTable[]) {
  return (decision: string, version: string | undefined, facts: Facts): Outputs | Problem => {
    const table = tables.find(
      ({ id, name, version: own }) => (id === decision || name === decision) && (version ?? own) === own,
    )
    if (!table) return invalid('process.decision.not-found', { name: decision })
    const answer = evaluateDecision(table, facts)
    if ('code' in answer) return answer
    const { outputs, hits } = answer
    if (outputs) return outputs
    const isList = ['R', 'O', 'C'].includes(table.hitPolicy)
    if (isList) return Object.fromEntries(table.outputs.map(({ name }) => [name, hits.map((hit) => hit[name])]))
    return invalid('process.decision.no-answer', { decision: table.name })
  }
}
