import type { CaseRow } from '../../../kernel/cases/tables.ts'
import { caseProblem } from '../../../kernel/cases/task-rules.ts'
import { conflict, invalid, type Problem } from '../../../kernel/problems/problem.ts'

type Standing = Pick<CaseRow, 'state' | 'number'>

/** `until` and `today`: days in Shanghai. */
export function refuseSuspension(
  { state, number }: Standing,
  until: string | undefined,
  today: string,
): Problem | undefined {
  const problem = caseProblem(state, number)
  if (problem) return problem
  return until !== undefined && until <= today ? invalid('cases.suspend.until-passed', { until }) : undefined
}

export const refuseResumption = ({ state, number }: Standing): Problem | undefined =>
  state === 'suspended' ? undefined : conflict('cases.resume.not-suspended', { number })
