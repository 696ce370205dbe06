import { can, type Person } from '../identity/can.ts'
import type { TaskRow } from './tables.ts'

/** Somebody who holds the step's role where the case lies. */
export function isInPool(
  person: Person,
  task: Pick<TaskRow, 'role' | 'area_code' | 'organisation' | 'business'>,
): boolean {
  const rights = person.rights.filter(({ role }) => role === task.role).map((right) => ({ ...right, verbs: ['*'] }))
  const scope = { area: task.area_code, organisation: task.organisation ?? undefined, business: task.business }
  return can({ ...person, rights }, 'work', scope)
}
