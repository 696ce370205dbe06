import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action } from '../../../kernel/http/action.ts'
import { endAccess } from '../../../kernel/identity/sessions.ts'
import { invalid } from '../../../kernel/problems/problem.ts'
import { personFacts } from '../person-facts.ts'

/** Ends an account and its sessions at once; the name stays in history. */
export const endPerson = action({
  verb: 'administration.person.end',
  input: Type.Object({ person: Type.String({ format: 'uuid' }) }),
  facts: async ({ trx, person: actor }, { person }) => ({
    ...(await personFacts(trx, person)),
    self: actor.id === person,
  }),
  scope: ({ organisation }) => ({ organisation }),
  refuse: ({ self }) => (self ? invalid('administration.person.end.self') : undefined),
  handle: async ({ trx, now }, { person }) => {
    await sql`update person set ended_at = ${now} where id = ${person} and ended_at is null`.execute(trx)
    await endAccess(trx, person, now)
  },
  audit: ({ person }, _result, { login }) => ({ subject: `person:${person}`, before: { login } }),
})
