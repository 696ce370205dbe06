import { Type } from '@sinclair/typebox'
import { query } from '../../../kernel/http/action.ts'
import type { IdentityTables } from '../../../kernel/identity/tables.ts'

/** Organisations and administrative areas: what rights can be limited to. */
export const listOrganisations = query({
  name: 'administration.organisation.list',
  input: Type.Object({}),
  handle: async ({ trx }) => {
    const tables = trx.withTables<IdentityTables>()
    const organisations = await tables.selectFrom('organisation').selectAll().orderBy('code').execute()
    const areas = await tables.selectFrom('area').select(['code', 'name', 'level', 'parent']).orderBy('code').execute()
    return { organisations, areas }
  },
})
