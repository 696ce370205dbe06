import type { HeldTask } from '../../../../kernel/cases/standing.ts'
import { caseProblem } from '../../../../kernel/cases/task-rules.ts'
import { conflict, forbidden, type Problem } from '../../../../kernel/problems/problem.ts'

/** Only what one found and handed in oneself, and only while the case runs. */
export function deletionProblem(
  {
    task,
    row,
  }: {
    task: Pick<HeldTask['task'], 'state' | 'done_by' | 'step'>
    row: Pick<HeldTask['row'], 'data' | 'state' | 'number'>
  },
  person: string,
): Problem | undefined {
  const { number } = row
  if (row.data.selfDiscovered !== true) return forbidden('fieldwork.task.delete.not-discovered', { number })
  if (task.state !== 'done') return conflict('fieldwork.task.delete.not-handed-in', { number })
  if (task.done_by !== person) return forbidden('fieldwork.task.delete.not-yours', { number })
  return caseProblem(row.state, number)
}
