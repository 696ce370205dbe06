import type { Person } from '../identity/can.ts'
import { isInPool } from './pool-rule.ts'
import type { TaskRow } from './tables.ts'

/** Somebody who is away, and whose cases another does. */
export type Principal = { id: string; name: string }

/** What was lent of one principal's work: a business ('*': every one) in an area ('': everywhere). */
export type Lent = { principal: Principal; business: string; area: string }

/** For whom the person stands in today, and how far; of scopes one within another only the wider. */
export function standInParts({ rights }: Pick<Person, 'rights'>): Lent[] {
  const all = rights.flatMap(({ standInFor, business, area }) =>
    standInFor ? [{ principal: standInFor, business, area }] : [],
  )
  return all.filter(
    (one, i) => !all.some((other, j) => j !== i && within(one, other) && !(within(other, one) && j > i)),
  )
}

const within = (one: Lent, other: Lent): boolean =>
  one.principal.id === other.principal.id &&
  one.area.startsWith(other.area) &&
  (other.business === '*' || other.business === one.business)

type Place = Pick<TaskRow, 'role' | 'area_code' | 'organisation' | 'business'>

/** In whose place the person would act on a task to be done: null in their own, undefined when it is not theirs to do. */
export function onBehalfOf(person: Person, task: Place & Pick<TaskRow, 'assignee'>): Principal | null | undefined {
  const { assignee } = task
  if (assignee === person.id) return null
  if (assignee !== null) return lentBy(person, assignee, task)
  if (isInPool({ ...person, rights: person.rights.filter((right) => !right.standInFor) }, task)) return null
  const right = person.rights.find((one) => one.standInFor && isInPool({ ...person, rights: [one] }, task))
  return right?.standInFor
}

const lentBy = (person: Person, id: string, task: Place): Principal | undefined =>
  standInParts(person).find(
    ({ principal, business, area }) =>
      principal.id === id && task.area_code.startsWith(area) && (business === '*' || business === task.business),
  )?.principal
