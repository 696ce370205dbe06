import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { query } from '../../../kernel/http/action.ts'
import { organisationsFor } from '../../../kernel/identity/can.ts'

export type PersonRow = {
  id: string
  login: string
  name: string
  organisation: string
  organisationName: string
  ended: boolean
  grants: { id: string; role: string; roleTitle: string; area: string; areaName: string | null; business: string }[]
}

/** Whoever administers one organisation sees its people only. */
export const listPeople = query({
  name: 'administration.person.list',
  input: Type.Object({ text: Type.Optional(Type.String({ maxLength: 40 })) }),
  handle: async ({ trx, person }, { text = '' }) => {
    const organisations = organisationsFor(person, 'administration.person.list')
    const { rows } = await sql<PersonRow>`
      select p.id, p.login, p.name, p.organisation, o.name as "organisationName", p.ended_at is not null as ended,
        coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'roleTitle', r.title_zh, 'area', g.area,
          'areaName', a.name, 'business', g.business) order by g.id) from right_grant g join role r on r.code = g.role
          left join area a on a.code = g.area where g.person = p.id and g.ended_at is null), '[]') as grants
      from person p join organisation o on o.id = p.organisation
      where (p.login ilike ${`%${text}%`} or p.name ilike ${`%${text}%`} or o.name ilike ${`%${text}%`})
        and (${organisations}::uuid[] is null or p.organisation = any(${organisations}::uuid[]))
      order by o.code, p.login limit 500`.execute(trx)
    return { rows, total: rows.length }
  },
})
