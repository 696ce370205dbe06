import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action } from '../../../kernel/http/action.ts'
import { grantRole } from '../../../kernel/identity/people.ts'
import { conflict, invalid, type Problem } from '../../../kernel/problems/problem.ts'
import { personFacts } from '../person-facts.ts'
import { refuseMixing } from '../rules/exclusive-roles.ts'

type Known = { role: boolean; organisation: boolean; held: string[]; same: boolean }

/**
 * Gives a role, limited to an area (code prefix), an organisation and a business as wanted; works on the next request.
 * Nobody gives further than they may act themselves.
 */
export const grantRight = action({
  verb: 'administration.right.grant',
  input: Type.Object({
    person: Type.String({ format: 'uuid' }),
    role: Type.String({ maxLength: 60 }),
    area: Type.Optional(Type.String({ pattern: '^[0-9]{0,19}$' })),
    organisation: Type.Optional(Type.String({ format: 'uuid' })),
    business: Type.Optional(Type.String({ maxLength: 60 })),
  }),
  facts: async ({ trx, person: actor }, input) => {
    const { person, role, area = '', organisation = null, business = '*' } = input
    const { rows } =
      await sql<Known>`select exists (select 1 from role where code = ${role} and ended_at is null) as role,
      ${organisation}::uuid is null or exists (select 1 from organisation where id = ${organisation}) as organisation,
      array(select role from right_grant where person = ${person} and ended_at is null) as held,
      exists (select 1 from right_grant where person = ${person} and role = ${role} and area = ${area}
        and organisation is not distinct from ${organisation}::uuid and business = ${business} and ended_at is null) as same`.execute(
        trx,
      )
    return { ...(await personFacts(trx, person)), self: actor.id === person, known: rows[0]! }
  },
  scope: ({ organisation }, { area = '', business = '*' }) => ({ organisation, area, business }),
  refuse: ({ self, known }, { role }) => {
    if (self) return invalid('administration.right.grant.self')
    return refuseUnknown(known, role) ?? refuseMixing(role, known.held)
  },
  handle: async ({ trx }, input) => ({ id: await grantRole(trx, input) }),
  audit: (input, { id }) => ({ subject: `person:${input.person}`, after: { ...input, id } }),
})

function refuseUnknown(known: Known, role: string): Problem | undefined {
  if (!known.role) return invalid('administration.right.grant.unknown-role', { role })
  if (!known.organisation) return invalid('administration.right.grant.unknown-organisation')
  return known.same ? conflict('administration.right.grant.held', { role }) : undefined
}
