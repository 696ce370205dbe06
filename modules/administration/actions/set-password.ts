import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { hashPassword } from '../../../kernel/crypto/password.ts'
import { action } from '../../../kernel/http/action.ts'
import { refusePassword } from '../rules/password.ts'

/** One’s own password; a person who came by a one-time link sets it here. */
export const setPassword = action({
  verb: 'administration.password.set',
  input: Type.Object({ password: Type.String({ maxLength: 128 }) }),
  facts: async ({ person }) => ({ login: person.login }),
  refuse: ({ login }, { password }) => refusePassword(password, login),
  handle: async ({ trx, person }, { password }) => {
    await sql`update person set password_hash = ${await hashPassword(password)} where id = ${person.id}`.execute(trx)
  },
  audit: (_input, _result, { login }) => ({ subject: `login:${login}` }),
})
