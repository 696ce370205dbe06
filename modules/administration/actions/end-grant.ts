import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action } from '../../../kernel/http/action.ts'
import { invalid, notFound, Refusal } from '../../../kernel/problems/problem.ts'

type Grant = {
  person: string
  role: string
  area: string
  business: string
  organisation: string
  ofOrganisation: boolean
}

export const endGrant = action({
  verb: 'administration.right.end',
  input: Type.Object({ id: Type.String({ format: 'uuid' }) }),
  facts: async ({ trx }, { id }) => {
    const { rows } = await sql<Grant>`select g.person, g.role, g.area, g.business, p.organisation,
        g.organisation_grant is not null as "ofOrganisation" from right_grant g join person p on p.id = g.person
      where g.id = ${id} and g.ended_at is null`.execute(trx)
    if (!rows[0]) throw new Refusal(notFound('administration.right.unknown'))
    return rows[0]
  },
  scope: ({ organisation, area, business }) => ({ organisation, area, business }),
  // The person holds it with all of their organisation.
  refuse: ({ ofOrganisation, role }) =>
    ofOrganisation ? invalid('administration.right.end.of-organisation', { role }) : undefined,
  handle: async ({ trx, now }, { id }) => {
    await sql`update right_grant set ended_at = ${now} where id = ${id}`.execute(trx)
  },
  audit: (_input, _result, grant) => ({ subject: `person:${grant.person}`, before: grant }),
})
