import { type Problem, Refusal } from '../../../kernel/problems/problem.ts'
import { evaluateDecision } from '../../../kernel/process/decision/evaluate.ts'
import type { DecisionTable } from '../../../kernel/process/decision/table.ts'
import type { ApprovalFinding, Conclusion, Reason, ScreeningFacts } from '../schema.ts'
import { reasonOf } from './reason.ts'

export type Screening = {
  conclusion: Conclusion
  reasonCode: string
  reason: Reason
  decision: { key: string; digest: string; rule: string }
}

/** 智能甄别: asks the decision table, and says the answer in words. A table without an answer is a fault of the table. */
export function screen(table: DecisionTable, facts: ScreeningFacts, approvals: readonly ApprovalFinding[]): Screening {
  const answer = evaluateDecision(table, facts)
  if ('code' in answer) throw new Refusal(answer)
  const { outputs, matchedRules } = answer
  if (!outputs) throw new Refusal(silent(table))
  const reasonCode = String(outputs.reason)
  return {
    conclusion: outputs.conclusion as Conclusion,
    reasonCode,
    reason: reasonOf(reasonCode, facts, approvals),
    decision: { key: table.id, digest: table.version, rule: matchedRules[0] ?? '' },
  }
}

const silent = ({ name }: DecisionTable): Problem => ({
  code: 'landuse.batch.screen.no-rule',
  status: 500,
  params: { name },
})
