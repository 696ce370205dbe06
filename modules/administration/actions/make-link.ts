import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action } from '../../../kernel/http/action.ts'
import { createSignInLink, endAccess } from '../../../kernel/identity/sessions.ts'
import { personFacts } from '../person-facts.ts'

/**
 * A new one-time link for somebody who cannot get in. It begins afresh: the old password, open sessions and unused links
 * count no more, and so do the wrong passwords that shut the account.
 */
export const makeLink = action({
  verb: 'administration.person.link',
  input: Type.Object({ person: Type.String({ format: 'uuid' }) }),
  facts: ({ trx }, { person }) => personFacts(trx, person),
  scope: ({ organisation }) => ({ organisation }),
  handle: async ({ trx, now }, { person }, { login }) => {
    await endAccess(trx, person, now)
    await sql`update person set password_hash = null where id = ${person}`.execute(trx)
    await sql`delete from sign_in_failure where login = ${login}`.execute(trx)
    return { link: await createSignInLink(trx, person, now) }
  },
  audit: ({ person }, _result, { login }) => ({ subject: `person:${person}`, after: { login } }),
})
