import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'
import { action, type Context } from '../../../kernel/http/action.ts'
import { settleOrganisationGrants } from '../../../kernel/identity/organisation-grants.ts'
import { addPerson } from '../../../kernel/identity/people.ts'
import { sendMessage } from '../../../kernel/messages/send-message.ts'
import { conflict } from '../../../kernel/problems/problem.ts'
import { waitingRegistration } from '../registration-facts.ts'

/**
 * 批准注册: an account with the password chosen at registration. The roles of the organisation come with it at once; further ones are the
 * security administrator's to give (三员分立).
 */
export const approveRegistration = action({
  verb: 'administration.registration.approve',
  input: Type.Object({ id: Type.String({ format: 'uuid' }) }),
  async facts({ trx }: Context, { id }) {
    const asked = await waitingRegistration(trx, id)
    return { ...asked, taken: await isTaken(trx, asked.login) }
  },
  scope: ({ organisation }) => ({ organisation }),
  refuse: ({ taken, login }) => (taken ? conflict('administration.person.add.login-taken', { login }) : undefined),
  async handle({ trx, now, person: actor }, { id }, { login, name, phone, organisation, passwordHash }) {
    const person = await addPerson(trx, { login, name, phone, organisation, passwordHash, kind: 'field' })
    await sql`update registration set state = 'approved', decided_at = ${now}, decided_by = ${actor.id}, person = ${person}
      where id = ${id}`.execute(trx)
    await settleOrganisationGrants(trx, now)
    const welcome = { title: 'registration.message.approved', params: { login } }
    await sendMessage(trx, { to: [person], kind: 'account', ...welcome }, now)
    return { person }
  },
  audit: ({ id }, { person }, { login, name, organisation }) => ({
    subject: `person:${person}`,
    after: { registration: id, login, name, organisation },
  }),
})

async function isTaken(trx: Trx, login: string): Promise<boolean> {
  const { rows } = await sql`select from person where login = ${login}`.execute(trx)
  return rows.length > 0
}
