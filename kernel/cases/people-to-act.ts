import { sql } from 'kysely'
import type { TaskRow } from './tables.ts'
import type { CaseWork } from './work.ts'

type Place = Pick<TaskRow, 'role' | 'area_code' | 'organisation' | 'business'>

/** Ids of all who hold the role where the case lies: the rule of `isInPool`, as in pool.ts. */
export async function membersOf({ trx }: Pick<CaseWork, 'trx'>, place: Place): Promise<string[]> {
  const { role, area_code, organisation, business } = place
  const { rows } = await sql<{ id: string }>`select distinct p.id from right_grant g join person p on p.id = g.person
    where p.ended_at is null and g.ended_at is null and g.role = ${role} and starts_with(${area_code}, g.area)
      and g.business in ('*', ${business})
      and (g.organisation is null or ${organisation}::uuid is null or g.organisation = ${organisation})`.execute(trx)
  return rows.map(({ id }) => id)
}

/**
 * Whom it concerns that these tasks wait: whoever holds one, the whole pool where nobody does, and whoever stands in for
 * any of them on `day`.
 */
export async function peopleToAct(
  work: Pick<CaseWork, 'trx'>,
  tasks: (Place & Pick<TaskRow, 'assignee'>)[],
  day: string,
): Promise<string[]> {
  const people = new Set<string>()
  for (const task of tasks) {
    const some = task.assignee === null ? await membersOf(work, task) : [task.assignee]
    for (const id of [...some, ...(await standInsFor(work, some, task, day))]) people.add(id)
  }
  return [...people]
}

async function standInsFor(
  { trx }: Pick<CaseWork, 'trx'>,
  people: string[],
  { business, area_code }: Place,
  day: string,
): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select d.to_person as id from delegation d join person p on p.id = d.to_person
    where d.from_person = any(${people}::uuid[]) and d.ended_at is null and p.ended_at is null
      and ${day}::date between d.from_day and d.until_day and d.business in ('*', ${business})
      and starts_with(${area_code}, d.area_code)`.execute(trx)
  return rows.map(({ id }) => id)
}

/** The tasks of a running case that wait for somebody. */
export async function openTasksOf({ trx }: Pick<CaseWork, 'trx'>, caseId: string) {
  const { rows } = await sql<
    Place & Pick<TaskRow, 'id' | 'step' | 'assignee'>
  >`select id, step, assignee, role, area_code,
    organisation, business from task where case_id = ${caseId} and state in ('open', 'claimed')`.execute(trx)
  return rows
}
