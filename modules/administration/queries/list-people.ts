import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { query } from '../../../kernel/http/action.ts'
import { organisationsFor } from '../../../kernel/identity/can.ts'
import type { PersonKind } from '../../../kernel/identity/tables.ts'

type PersonGrant = {
  id: string
  role: string
  roleTitle: string
  area: string
  areaName: string | null
  business: string
  /** held with all of the organisation */
  ofOrganisation: boolean
}

export type PersonRow = {
  id: string
  login: string
  name: string
  organisation: string
  organisationName: string
  ended: boolean
  nickname: string | null
  phone: string | null
  department: string | null
  title: string | null
  certificate: string | null
  kind: PersonKind
  networks: string[]
  approvedDevicesOnly: boolean
  refusedServices: string[]
  managedServices: string[]
  grants: PersonGrant[]
}

/** Whoever administers one organisation sees its people only. */
export const listPeople = query({
  name: 'administration.person.list',
  input: Type.Object({
    /** account, name, 职称, nickname, telephone, organisation */
    text: Type.Optional(Type.String({ maxLength: 40 })),
    kind: Type.Optional(Type.Union([Type.Literal('office'), Type.Literal('field')])),
    organisation: Type.Optional(Type.String({ format: 'uuid' })),
    state: Type.Optional(Type.Union([Type.Literal('active'), Type.Literal('ended')])),
  }),
  handle: async ({ trx, person }, { text = '', kind, organisation, state }) => {
    const organisations = organisationsFor(person, 'administration.person.list')
    const { rows } = await sql<PersonRow>`
      select p.id, p.login, p.name, p.organisation, o.name as "organisationName", p.ended_at is not null as ended,
        p.nickname, p.phone, p.department, p.title, p.certificate, p.kind, p.networks,
        p.approved_devices_only as "approvedDevicesOnly", p.refused_services as "refusedServices",
        p.managed_services as "managedServices",
        coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'roleTitle', r.title_zh, 'area', g.area,
          'areaName', a.name, 'business', g.business, 'ofOrganisation', g.organisation_grant is not null) order by g.id)
          from right_grant g join role r on r.code = g.role and r.ended_at is null
          left join area a on a.code = g.area where g.person = p.id and g.ended_at is null), '[]') as grants
      from person p join organisation o on o.id = p.organisation
      where (p.login ilike ${`%${text}%`} or p.name ilike ${`%${text}%`} or o.name ilike ${`%${text}%`}
          or p.title ilike ${`%${text}%`} or p.nickname ilike ${`%${text}%`} or p.phone ilike ${`%${text}%`})
        and p.deleted_at is null and (${kind ?? null}::text is null or p.kind = ${kind ?? null})
        and (${organisation ?? null}::uuid is null or p.organisation = ${organisation ?? null})
        and (${state ?? null}::text is null or (p.ended_at is null) = (${state ?? null} = 'active'))
        and (${organisations}::uuid[] is null or p.organisation = any(${organisations}::uuid[]))
      order by o.code, p.login limit 500`.execute(trx)
    return { rows, total: rows.length }
  },
})
