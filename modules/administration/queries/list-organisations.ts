import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { query } from '../../../kernel/http/action.ts'

export type OrganisationRow = { id: string; code: string; name: string; parent: string | null; people: number }
export type AreaRow = { code: string; name: string; level: 'county' | 'town' | 'village'; parent: string | null }

/** Organisations and administrative areas: what rights can be limited to. */
export const listOrganisations = query({
  name: 'administration.organisation.list',
  input: Type.Object({}),
  handle: async ({ trx }) => {
    const organisations = await sql<OrganisationRow>`select id, code, name, parent,
        (select count(*)::int from person p where p.organisation = o.id and p.ended_at is null) as people
      from organisation o where ended_at is null order by code`.execute(trx)
    const areas = await sql<AreaRow>`select code, name, level, parent from area order by code`.execute(trx)
    return { organisations: organisations.rows, areas: areas.rows }
  },
})
