import type { TaskRow } from '../../../../kernel/cases/tables.ts'
import { conflict, type Problem } from '../../../../kernel/problems/problem.ts'

/** 强签 is for what another has signed for; what lies in the pool is signed for, what was only given out is given anew. */
export function takeOverProblem(
  { state, assignee, step }: Pick<TaskRow, 'state' | 'assignee' | 'step'>,
  person: string,
): Problem | undefined {
  if (state !== 'open') return undefined
  return assignee === null || assignee === person
    ? conflict('fieldwork.task.forceClaim.free', { step })
    : conflict('fieldwork.task.forceClaim.not-claimed', { step })
}
