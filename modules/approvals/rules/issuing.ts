import { conflict, invalid, type Problem } from '../../../kernel/problems/problem.ts'

/** Results of a case for which a document is handed over. */
const GRANTED = ['granted', 'completed']

export type IssuingFacts = {
  number: string
  title: string
  state: string
  result: string | null
  hasTemplate: boolean
  documentNumber: string
  issued: string | null
}

/** Why no document of a result is handed over for the case. */
export function issuingProblem(facts: IssuingFacts): Problem | undefined {
  const { number, title, state, result, hasTemplate, documentNumber, issued } = facts
  if (issued !== null) return conflict('approvals.result.issue.issued', { number, document: issued })
  if (state === 'running' || state === 'suspended') return conflict('approvals.result.issue.not-decided', { number })
  if (!GRANTED.includes(result ?? '')) return conflict('approvals.result.issue.not-granted', { number })
  if (!hasTemplate) return invalid('approvals.result.issue.no-template', { item: title })
  return documentNumber === '' ? invalid('approvals.result.issue.no-number', { number }) : undefined
}
