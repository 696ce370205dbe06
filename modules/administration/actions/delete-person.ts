import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action } from '../../../kernel/http/action.ts'
import { endAccess } from '../../../kernel/identity/sessions.ts'
import { invalid } from '../../../kernel/problems/problem.ts'
import { personFile } from '../person-row.ts'

/** 删除: the account ends and leaves the lists; its rights end too. What the person has done keeps their name. */
export const deletePerson = action({
  verb: 'administration.person.delete',
  input: Type.Object({ person: Type.String({ format: 'uuid' }) }),
  facts: async ({ trx, person: actor }, { person }) => ({
    ...(await personFile(trx, person)),
    self: actor.id === person,
  }),
  scope: ({ organisation }) => ({ organisation }),
  refuse: ({ self }) => (self ? invalid('administration.person.end.self') : undefined),
  async handle({ trx, now }, { person }) {
    await sql`update person set deleted_at = ${now}, ended_at = coalesce(ended_at, ${now}) where id = ${person}`.execute(
      trx,
    )
    await sql`update right_grant set ended_at = ${now} where person = ${person} and ended_at is null`.execute(trx)
    await endAccess(trx, person, now)
  },
  audit: ({ person }, _result, { self: _, ...before }) => ({ subject: `person:${person}`, before }),
})
