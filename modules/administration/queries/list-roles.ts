import { Type } from '@sinclair/typebox'
import { query } from '../../../kernel/http/action.ts'
import { layers } from '../../../kernel/layers/registry.ts'
import { publishedBusinesses } from '../businesses.ts'
import { knownRoles } from '../known-roles.ts'
import { functionsToGive } from '../rules/made-role.ts'

/** Roles in force, and what one can be made of: functions, layers and businesses; areas are in another list. */
export const listRoles = query({
  name: 'administration.role.list',
  input: Type.Object({}),
  async handle({ trx }) {
    const rows = await knownRoles(trx)
    return {
      rows,
      functions: functionsToGive(rows),
      layers: layers.map(({ name, title }) => ({ name, title })),
      businesses: await publishedBusinesses(trx),
    }
  },
})
