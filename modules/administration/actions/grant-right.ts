import { Type } from '@sinclair/typebox'
import { action } from '../../../kernel/http/action.ts'
import { grantRole } from '../../../kernel/identity/people.ts'
import type { IdentityTables } from '../../../kernel/identity/tables.ts'
import { invalid } from '../../../kernel/problems/problem.ts'
import { personFacts } from '../person-facts.ts'

/** Gives a role, limited to an area (code prefix), an organisation and a business as wanted. Works on the next request. */
export const grantRight = action({
  verb: 'administration.right.grant',
  input: Type.Object({
    person: Type.String({ format: 'uuid' }),
    role: Type.String({ maxLength: 40 }),
    area: Type.Optional(Type.String({ pattern: '^[0-9]{0,19}$' })),
    organisation: Type.Optional(Type.String({ format: 'uuid' })),
    business: Type.Optional(Type.String({ maxLength: 40 })),
  }),
  facts: async ({ trx, person: actor }, { person, role }) => {
    const known = await trx
      .withTables<IdentityTables>()
      .selectFrom('role')
      .select('code')
      .where('code', '=', role)
      .executeTakeFirst()
    return { ...(await personFacts(trx, person)), self: actor.id === person, known: known !== undefined }
  },
  scope: ({ organisation }) => ({ organisation }),
  refuse: ({ self, known }, { role }) => {
    if (self) return invalid('administration.right.grant.self')
    return known ? undefined : invalid('administration.right.grant.unknown-role', { role })
  },
  handle: async ({ trx }, input) => ({ id: await grantRole(trx, input) }),
  audit: (input, { id }) => ({ subject: `person:${input.person}`, after: { ...input, id } }),
})
