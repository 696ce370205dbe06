import { invalid, type Problem } from '../../../kernel/problems/problem.ts'

/** What is wrong (`error`) or may be (`warning`) with a design, and at which element; without one, of the whole. */
export type Finding = { level: 'error' | 'warning'; problem: Problem; step?: string; transition?: string }

export const finding = (
  name: string,
  params: NonNullable<Problem['params']> = {},
  level: Finding['level'] = 'error',
): Finding => ({
  level,
  problem: invalid(`processes.check.${name}`, params),
  ...(params.step !== undefined && { step: String(params.step) }),
})

/** Problems that name their element are shown on it. */
export const asFinding = (problem: Problem): Finding => {
  const step = problem.params?.step ?? problem.params?.id
  return { level: 'error', problem, ...(step !== undefined && { step: String(step) }) }
}

export const errorsAmong = (findings: Finding[]): Finding[] => findings.filter(({ level }) => level === 'error')
