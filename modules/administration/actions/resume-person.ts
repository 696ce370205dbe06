import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action } from '../../../kernel/http/action.ts'
import { settleOrganisationGrants } from '../../../kernel/identity/organisation-grants.ts'
import { conflict } from '../../../kernel/problems/problem.ts'
import { personFile } from '../person-row.ts'

/** 启用: an account that was ended works again, with the rights it had. */
export const resumePerson = action({
  verb: 'administration.person.resume',
  input: Type.Object({ person: Type.String({ format: 'uuid' }) }),
  facts: ({ trx }, { person }) => personFile(trx, person),
  scope: ({ organisation }) => ({ organisation }),
  refuse: ({ endedAt, name }) => (endedAt ? undefined : conflict('administration.person.resume.active', { name })),
  async handle({ trx, now }, { person }) {
    await sql`update person set ended_at = null where id = ${person}`.execute(trx)
    await settleOrganisationGrants(trx, now)
  },
  audit: ({ person }, _result, { login }) => ({ subject: `person:${person}`, after: { login } }),
})
