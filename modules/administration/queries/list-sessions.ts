import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { query } from '../../../kernel/http/action.ts'
import { organisationsFor } from '../../../kernel/identity/can.ts'

export type SessionRow = {
  id: string
  person: string
  name: string
  startedAt: Date
  expiresAt: Date
  address: string | null
  agent: string | null
  device: string | null
}

export const listSessions = query({
  name: 'administration.session.list',
  input: Type.Object({}),
  handle: async ({ trx, now, person }) => {
    const organisations = organisationsFor(person, 'administration.session.list')
    const { rows } =
      await sql<SessionRow>`select s.id, s.person, p.name, s.started_at as "startedAt", s.expires_at as "expiresAt",
        s.address, s.agent, s.device from session s join person p on p.id = s.person
      where s.ended_at is null and s.expires_at > ${now}
        and (${organisations}::uuid[] is null or p.organisation = any(${organisations}::uuid[])) order by s.started_at desc limit 500`.execute(
        trx,
      )
    return { rows }
  },
})
