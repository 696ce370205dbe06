import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action } from '../../../kernel/http/action.ts'
import { notFound, Refusal } from '../../../kernel/problems/problem.ts'

/** Signs oneself out elsewhere: a phone left behind, a desk in another office. */
export const endOwnSession = action({
  verb: 'administration.profile.endSession',
  input: Type.Object({ id: Type.String({ format: 'uuid' }) }),
  async facts({ trx, person }, { id }) {
    const { rows } =
      await sql`select from session where id = ${id} and person = ${person.id} and ended_at is null`.execute(trx)
    if (rows.length === 0) throw new Refusal(notFound('administration.session.unknown'))
    return { login: person.login }
  },
  async handle({ trx, now }, { id }) {
    await sql`update session set ended_at = ${now} where id = ${id}`.execute(trx)
  },
  audit: ({ id }, _result, { login }) => ({ subject: `login:${login}`, before: { session: id } }),
})
