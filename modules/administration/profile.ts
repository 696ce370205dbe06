import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'

export type Profile = {
  login: string
  name: string
  organisation: string
  kind: 'office' | 'field'
  nickname: string | null
  phone: string | null
  department: string | null
  title: string | null
  certificate: string | null
  /** whether there is a password, beside one-time links */
  hasPassword: boolean
}
export type OwnSession = {
  id: string
  startedAt: Date
  expiresAt: Date
  address: string | null
  agent: string | null
  device: string | null
}

export async function profileOf(trx: Trx, person: string): Promise<Profile> {
  const { rows } =
    await sql<Profile>`select p.login, p.name, o.name as organisation, p.kind, p.nickname, p.phone, p.department,
      p.title, p.certificate, p.password_hash is not null as "hasPassword"
    from person p join organisation o on o.id = p.organisation where p.id = ${person}`.execute(trx)
  return rows[0]!
}

export async function sessionsOf(trx: Trx, person: string, now: Date): Promise<OwnSession[]> {
  const { rows } =
    await sql<OwnSession>`select id, started_at as "startedAt", expires_at as "expiresAt", address, agent, device
    from session where person = ${person} and ended_at is null and expires_at > ${now} order by started_at desc`.execute(
      trx,
    )
  return rows
}
