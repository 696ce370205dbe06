import { isInPool } from '../../../../kernel/cases/pool-rule.ts'
import type { Person } from '../../../../kernel/identity/can.ts'
import type { WaitingTask, Worker } from './plan.ts'

const FIELD_ROLE = 'investigator'

type Where = Pick<WaitingTask, 'areaCode' | 'business' | 'organisation'>

/** Whether a field worker's rights reach the task: the rule of the kernel's pool. */
export function mayDo({ id, name, rights }: Pick<Worker, 'id' | 'name' | 'rights'>, task: Where): boolean {
  const person: Person = { id, name, login: '', organisation: { id: '', code: '', name: '' }, rights }
  const { areaCode, business, organisation } = task
  return isInPool(person, { role: FIELD_ROLE, area_code: areaCode, business, organisation })
}

export const mayDoAll = (worker: Pick<Worker, 'id' | 'name' | 'rights'>, tasks: readonly Where[]): boolean =>
  tasks.every((task) => mayDo(worker, task))
