import { Type } from '@sinclair/typebox'
import { query } from '../../../kernel/http/action.ts'
import type { IdentityTables } from '../../../kernel/identity/tables.ts'

export const listRoles = query({
  name: 'administration.role.list',
  input: Type.Object({}),
  handle: async ({ trx }) => ({
    rows: await trx.withTables<IdentityTables>().selectFrom('role').selectAll().orderBy('code').execute(),
  }),
})
