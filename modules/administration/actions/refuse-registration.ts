import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action } from '../../../kernel/http/action.ts'
import { waitingRegistration } from '../registration-facts.ts'

/** 拒绝注册, with a reason that the phone shows. The same person may ask again. */
export const refuseRegistration = action({
  verb: 'administration.registration.refuse',
  input: Type.Object({
    id: Type.String({ format: 'uuid' }),
    reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
  }),
  facts: ({ trx }, { id }) => waitingRegistration(trx, id),
  scope: ({ organisation }) => ({ organisation }),
  async handle({ trx, now, person: actor }, { id, reason }) {
    await sql`update registration set state = 'refused', decided_at = ${now}, decided_by = ${actor.id},
      decided_why = ${reason} where id = ${id}`.execute(trx)
  },
  audit: ({ id, reason }, _result, { login, name }) => ({
    subject: `registration:${id}`,
    after: { login, name, reason },
  }),
})
