import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { query } from '../../../kernel/http/action.ts'
import { organisationsFor } from '../../../kernel/identity/can.ts'

export type RegistrationRow = {
  id: string
  login: string
  name: string
  phone: string
  organisationName: string
  reason: string
  address: string | null
  askedAt: Date
  state: 'waiting' | 'approved' | 'refused'
  decidedAt: Date | null
  decidedBy: string | null
  decidedWhy: string | null
}

/** Who asks for an account in the organisations one administers: those that wait first, then the latest. */
export const listRegistrations = query({
  name: 'administration.registration.list',
  input: Type.Object({ state: Type.Optional(Type.String({ maxLength: 10 })) }),
  async handle({ trx, person }, { state }) {
    const organisations = organisationsFor(person, 'administration.registration.list')
    const { rows } =
      await sql<RegistrationRow>`select r.id, r.login, r.name, r.phone, o.name as "organisationName", r.reason,
        r.address, r.asked_at as "askedAt", r.state, r.decided_at as "decidedAt", d.name as "decidedBy", r.decided_why as "decidedWhy"
      from registration r join organisation o on o.id = r.organisation left join person d on d.id = r.decided_by
      where (${state ?? null}::text is null or r.state = ${state ?? null})
        and (${organisations}::uuid[] is null or r.organisation = any(${organisations}::uuid[]))
      order by r.state <> 'waiting', r.asked_at desc limit 500`.execute(trx)
    return { rows, total: rows.length }
  },
})
