import { Type } from '@sinclair/typebox'
import { action } from '../../../kernel/http/action.ts'
import { LOGIN } from '../../../kernel/identity/login-spelling.ts'
import { settleOrganisationGrants } from '../../../kernel/identity/organisation-grants.ts'
import { addPerson as insertPerson } from '../../../kernel/identity/people.ts'
import { createSignInLink } from '../../../kernel/identity/sessions.ts'
import type { IdentityTables } from '../../../kernel/identity/tables.ts'
import { conflict, invalid } from '../../../kernel/problems/problem.ts'

/** A new person starts without a password: the one-time link in the answer is handed over and used once. */
export const addPerson = action({
  verb: 'administration.person.add',
  input: Type.Object({
    login: Type.String({ pattern: LOGIN }),
    name: Type.String({ minLength: 1, maxLength: 40 }),
    organisation: Type.String({ format: 'uuid' }),
    kind: Type.Optional(Type.Union([Type.Literal('office'), Type.Literal('field')])),
  }),
  facts: async ({ trx }, { login, organisation }) => {
    const tables = trx.withTables<IdentityTables>()
    const known = await tables.selectFrom('person').select('id').where('login', '=', login).executeTakeFirst()
    const home = await tables
      .selectFrom('organisation')
      .select('id')
      .where('id', '=', organisation)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    return { organisation, taken: known !== undefined, homeless: home === undefined }
  },
  scope: ({ organisation }) => ({ organisation }),
  refuse: ({ taken, homeless }, { login }) => {
    if (taken) return conflict('administration.person.add.login-taken', { login })
    return homeless ? invalid('administration.person.add.unknown-organisation') : undefined
  },
  handle: async ({ trx, now }, input) => {
    const id = await insertPerson(trx, input)
    await settleOrganisationGrants(trx, now)
    return { id, link: await createSignInLink(trx, id, now) }
  },
  audit: (input, { id }) => ({ subject: `person:${id}`, after: input }),
})
