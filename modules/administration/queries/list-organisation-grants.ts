import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { query } from '../../../kernel/http/action.ts'

export type OrganisationGrantRow = {
  id: string
  organisation: string
  role: string
  roleTitle: string
  area: string
  areaName: string | null
  business: string
}

/** The roles organisations hold. */
export const listOrganisationGrants = query({
  name: 'administration.right.organisations',
  input: Type.Object({}),
  async handle({ trx }) {
    const { rows } =
      await sql<OrganisationGrantRow>`select g.id, g.organisation, g.role, r.title_zh as "roleTitle", g.area,
        a.name as "areaName", g.business
      from organisation_grant g join role r on r.code = g.role left join area a on a.code = g.area
      where g.ended_at is null order by g.granted_at`.execute(trx)
    return { rows }
  },
})
