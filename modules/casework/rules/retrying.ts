import type { CaseRow } from '../../../kernel/cases/tables.ts'
import { caseProblem } from '../../../kernel/cases/task-rules.ts'
import { conflict, type Problem } from '../../../kernel/problems/problem.ts'

type Standing = Pick<CaseRow, 'state' | 'number' | 'tokens'>

/** The service steps whose job has given up: each waits for a person. */
export const failedWaits = ({ tokens }: Pick<CaseRow, 'tokens'>) =>
  tokens.tokens.filter(({ failed }) => failed === true)

export function refuseRetry(row: Standing): Problem | undefined {
  const problem = caseProblem(row.state, row.number)
  if (problem) return problem
  return failedWaits(row).length > 0
    ? undefined
    : conflict('casework.case.retryService.nothing-failed', { number: row.number })
}
