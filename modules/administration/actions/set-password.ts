import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { hashPassword, verifyPassword } from '../../../kernel/crypto/password.ts'
import { action } from '../../../kernel/http/action.ts'
import { refusePassword } from '../../../kernel/identity/password-policy.ts'
import { invalid } from '../../../kernel/problems/problem.ts'

/**
 * One’s own password. Whoever has one names it (ASVS 5.0 V6.2.3), so that a desk left open is not an account lost; a person
 * who came by a one-time link has none yet.
 */
export const setPassword = action({
  verb: 'administration.password.set',
  input: Type.Object({
    password: Type.String({ maxLength: 128 }),
    current: Type.Optional(Type.String({ maxLength: 128 })),
  }),
  facts: async ({ trx, person: { id, login } }, { current = '' }) => {
    const { rows } = await sql<{ stored: string | null }>`select password_hash as stored from person
      where id = ${id}`.execute(trx)
    const stored = rows[0]?.stored ?? undefined
    return { login, isOwner: stored === undefined || (await verifyPassword(current, stored)) }
  },
  refuse: ({ login, isOwner }, { password }) =>
    isOwner ? refusePassword(password, login) : invalid('administration.password.set.current-wrong'),
  handle: async ({ trx, person }, { password }) => {
    await sql`update person set password_hash = ${await hashPassword(password)} where id = ${person.id}`.execute(trx)
  },
  audit: (_input, _result, { login }) => ({ subject: `login:${login}` }),
})
