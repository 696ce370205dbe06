import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'
import type { KnownRole } from './rules/made-role.ts'

export type RoleRow = KnownRole & {
  title_zh: string
  title_en: string
  areas: string[]
  businesses: string[]
  layers: string[]
  /** people who hold it now */
  holders: number
}

/** Roles in force: those of the program first, then those made here. */
export async function knownRoles(trx: Trx): Promise<RoleRow[]> {
  const { rows } = await sql<RoleRow>`select code, title_zh, title_en, verbs, areas, businesses, layers,
      made_at is not null as "isMade",
      (select count(distinct g.person)::int from right_grant g where g.role = r.code and g.ended_at is null) as holders
    from role r where ended_at is null order by made_at nulls first, code`.execute(trx)
  return rows
}
