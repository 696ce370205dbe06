import { sql } from 'kysely'
import type { TaskRow } from './tables.ts'
import type { CaseWork } from './work.ts'

export type PoolMember = { id: string; name: string; organisation: string; openTasks: number }

/** Everybody who holds the role where the task lies, whoever has least to do first: the rule of `isInPool` asked of all at once. */
export async function poolOf(
  { trx }: Pick<CaseWork, 'trx'>,
  { role, area_code, organisation, business }: Pick<TaskRow, 'role' | 'area_code' | 'organisation' | 'business'>,
): Promise<PoolMember[]> {
  const { rows } = await sql<PoolMember>`select p.id, p.name, o.name as organisation,
      (select count(*) from task t where t.assignee = p.id and t.state in ('open', 'claimed')) as "openTasks"
    from person p join organisation o on o.id = p.organisation
    where p.ended_at is null and exists (select 1 from right_grant g where g.person = p.id and g.ended_at is null
      and g.role = ${role} and starts_with(${area_code}, g.area) and g.business in ('*', ${business})
      and (g.organisation is null or ${organisation}::uuid is null or g.organisation = ${organisation}))
    order by "openTasks", p.name limit 200`.execute(trx)
  return rows
}
