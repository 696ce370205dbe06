import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action, type Context } from '../../../kernel/http/action.ts'
import { newId } from '../../../kernel/identity/new-id.ts'
import { settleOrganisationGrants } from '../../../kernel/identity/organisation-grants.ts'
import { conflict, invalid } from '../../../kernel/problems/problem.ts'
import { organisationFile, organisationsAbove } from '../organisation-facts.ts'
import { isPersonal } from '../rules/exclusive-roles.ts'

type Known = { role: boolean; same: boolean }

/** 机构授权: whoever belongs to the organisation, or to one below it, holds the role, from their next request on. */
export const grantOrganisation = action({
  verb: 'administration.right.grantOrganisation',
  input: Type.Object({
    organisation: Type.String({ format: 'uuid' }),
    role: Type.String({ maxLength: 60 }),
    area: Type.Optional(Type.String({ pattern: '^[0-9]{0,19}$' })),
    business: Type.Optional(Type.String({ maxLength: 60 })),
  }),
  async facts({ trx, person }: Context, { organisation, role, area = '', business = '*' }) {
    const { rows } =
      await sql<Known>`select exists (select from role where code = ${role} and ended_at is null) as role,
      exists (select from organisation_grant where organisation = ${organisation} and role = ${role} and area = ${area}
        and business = ${business} and ended_at is null) as same`.execute(trx)
    await organisationFile(trx, organisation)
    // Nobody gives themselves a role, nor by way of their organisation.
    const own = await organisationsAbove(trx, person.organisation.id)
    return { ...rows[0]!, isOwn: own.includes(organisation) }
  },
  scope: (_facts, { organisation, area = '', business = '*' }) => ({ organisation, area, business }),
  refuse({ role: isKnown, same, isOwn }, { role }) {
    if (!isKnown) return invalid('administration.right.grant.unknown-role', { role })
    if (isPersonal(role)) return invalid('administration.right.grantOrganisation.personal', { role })
    if (isOwn) return invalid('administration.right.grantOrganisation.own')
    return same ? conflict('administration.right.grantOrganisation.held', { role }) : undefined
  },
  async handle({ trx, now, person }, { organisation, role, area = '', business = '*' }) {
    const id = newId()
    await sql`insert into organisation_grant (id, organisation, role, area, business, granted_at, granted_by)
      values (${id}, ${organisation}, ${role}, ${area}, ${business}, ${now}, ${person.id})`.execute(trx)
    await settleOrganisationGrants(trx, now)
    return { id }
  },
  audit: (input, { id }) => ({ subject: `organisation:${input.organisation}`, after: { ...input, id } }),
})
