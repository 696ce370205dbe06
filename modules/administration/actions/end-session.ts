import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action } from '../../../kernel/http/action.ts'
import { notFound, Refusal } from '../../../kernel/problems/problem.ts'

type Session = { person: string; login: string; organisation: string }

/** Signs somebody out: their next request is refused. */
export const endSession = action({
  verb: 'administration.session.end',
  input: Type.Object({ id: Type.String({ format: 'uuid' }) }),
  facts: async ({ trx }, { id }) => {
    const { rows } = await sql<Session>`select s.person, p.login, p.organisation from session s
      join person p on p.id = s.person where s.id = ${id} and s.ended_at is null`.execute(trx)
    if (!rows[0]) throw new Refusal(notFound('administration.session.unknown'))
    return rows[0]
  },
  scope: ({ organisation }) => ({ organisation }),
  handle: async ({ trx, now }, { id }) => {
    await sql`update session set ended_at = ${now} where id = ${id} and ended_at is null`.execute(trx)
  },
  audit: ({ id }, _result, { person, login }) => ({ subject: `person:${person}`, before: { session: id, login } }),
})
