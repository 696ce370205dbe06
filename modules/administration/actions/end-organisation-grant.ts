import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action } from '../../../kernel/http/action.ts'
import { settleOrganisationGrants } from '../../../kernel/identity/organisation-grants.ts'
import { notFound, Refusal } from '../../../kernel/problems/problem.ts'

type Grant = { organisation: string; role: string; area: string; business: string }

/** 收回机构的角色: whoever held it by the organisation alone loses it at their next request. */
export const endOrganisationGrant = action({
  verb: 'administration.right.endOrganisationGrant',
  input: Type.Object({ id: Type.String({ format: 'uuid' }) }),
  async facts({ trx }, { id }) {
    const { rows } = await sql<Grant>`select organisation, role, area, business from organisation_grant
      where id = ${id} and ended_at is null`.execute(trx)
    if (!rows[0]) throw new Refusal(notFound('administration.right.unknown'))
    return rows[0]
  },
  scope: ({ organisation, area, business }) => ({ organisation, area, business }),
  async handle({ trx, now }, { id }) {
    await sql`update organisation_grant set ended_at = ${now} where id = ${id}`.execute(trx)
    await settleOrganisationGrants(trx, now)
  },
  audit: (_input, _result, grant) => ({ subject: `organisation:${grant.organisation}`, before: grant }),
})
