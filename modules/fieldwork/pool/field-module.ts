import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'

/** What a business has registered for the phone. */
export type FieldModule = {
  code: string
  name: { zh: string; en: string }
  icon: string
  colour: string
  businesses: string[]
  steps: string[]
  templates: string[]
  position: number
}

/** As the desk sees it. */
export type RegisteredModule = FieldModule & {
  roles: string[]
  organisations: string[]
  savedAt: Date
  savedBy: string | null
  isWithdrawn: boolean
}

const COLUMNS = sql`m.code, jsonb_build_object('zh', m.name_zh, 'en', m.name_en) as name, m.icon, m.colour, m.businesses,
  m.steps, m.templates, m.position`

export async function registeredModules(trx: Trx): Promise<RegisteredModule[]> {
  const { rows } = await sql<RegisteredModule>`select ${COLUMNS}, m.roles, m.organisations, m.saved_at as "savedAt",
      p.name as "savedBy", m.withdrawn_at is not null as "isWithdrawn"
    from field_module m left join person p on p.id = m.saved_by
    order by m.withdrawn_at is not null, m.position, m.code`.execute(trx)
  return rows
}

type Reader = { id: string; organisation: { id: string }; rights: { role: string }[] }

/** What the reader may have on their home page, in the order of the pool. */
export async function modulesFor(trx: Trx, { organisation, rights }: Reader): Promise<FieldModule[]> {
  const roles = rights.map(({ role }) => role)
  const { rows } = await sql<FieldModule>`with recursive up as (
      select id, parent from organisation where id = ${organisation.id}
      union select o.id, o.parent from up join organisation o on o.id = up.parent)
    select ${COLUMNS} from field_module m where m.withdrawn_at is null
      and (m.roles = '{}' or m.roles && ${roles}::text[])
      and (m.organisations = '{}' or m.organisations && array(select id from up))
    order by m.position, m.code`.execute(trx)
  return rows
}

/** Undefined: nothing has been chosen yet. */
export async function homeOf(trx: Trx, person: string): Promise<string[] | undefined> {
  const { rows } = await sql<{ modules: string[] }>`select modules from field_home where person = ${person}`.execute(
    trx,
  )
  return rows[0]?.modules
}
