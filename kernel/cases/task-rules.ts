import { can, type Person } from '../identity/can.ts'
import { conflict, forbidden, type Problem } from '../problems/problem.ts'
import type { TaskRow } from './tables.ts'

type Task = Pick<
  TaskRow,
  'state' | 'assignee' | 'done_by' | 'role' | 'business' | 'area_code' | 'organisation' | 'step' | 'revision'
>

/** Somebody who holds the step's role where the case lies. */
export function isInPool(
  person: Person,
  task: Omit<Task, 'state' | 'assignee' | 'done_by' | 'step' | 'revision'>,
): boolean {
  const rights = person.rights.filter(({ role }) => role === task.role).map((right) => ({ ...right, verbs: ['*'] }))
  const scope = { area: task.area_code, organisation: task.organisation ?? undefined, business: task.business }
  return can({ ...person, rights }, 'work', scope)
}

/** Why the person cannot act on the task now; `by` names the other person by id. */
export function actProblem(task: Task, person: Person, revision?: number): Problem | undefined {
  const { state, assignee, done_by, role, step } = task
  if (state === 'done') return conflict('cases.task.already-done', { step, by: done_by ?? '' })
  if (state === 'cancelled') return conflict('cases.task.cancelled', { step })
  if (state === 'suspended') return conflict('cases.task.suspended', { step })
  if (assignee !== null && assignee !== person.id) return conflict('cases.task.with-other', { step, by: assignee })
  if (assignee === null && !isInPool(person, task))
    return forbidden('cases.task.not-in-pool', { step, role, area: task.area_code })
  if (revision !== undefined && revision !== task.revision) return conflict('cases.task.changed-meanwhile', { step })
  return undefined
}

/** 职责分离: `done` are the tasks of this case that people have done. */
export function separationProblem(
  separation: Record<string, string[]> | undefined,
  step: string,
  done: { step: string; done_by: string | null }[],
  personId: string,
): Problem | undefined {
  const others = separation?.[step] ?? []
  const own = done.find((task) => others.includes(task.step) && task.done_by === personId)
  return own && forbidden('cases.separation-of-duties', { step, other: own.step })
}
