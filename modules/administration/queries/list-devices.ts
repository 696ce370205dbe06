import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { query } from '../../../kernel/http/action.ts'
import { organisationsFor } from '../../../kernel/identity/can.ts'

export type PersonDeviceRow = {
  person: string
  personName: string
  login: string
  organisationName: string
  device: string
  name: string
  address: string | null
  firstSeenAt: Date
  lastSeenAt: Date
  approvedAt: Date | null
  approvedBy: string | null
  /** the person may sign in from approved phones only */
  isBound: boolean
  sessions: number
}

/** Phones people of one's organisations have signed in from or tried to; those that wait for approval first. */
export const listPersonDevices = query({
  name: 'administration.device.list',
  input: Type.Object({ text: Type.Optional(Type.String({ maxLength: 40 })) }),
  async handle({ trx, person, now }, { text = '' }) {
    const organisations = organisationsFor(person, 'administration.device.list')
    const { rows } =
      await sql<PersonDeviceRow>`select d.person, p.name as "personName", p.login, o.name as "organisationName",
        d.device, d.name, d.address, d.first_seen_at as "firstSeenAt", d.last_seen_at as "lastSeenAt",
        d.approved_at as "approvedAt", a.name as "approvedBy", p.approved_devices_only as "isBound",
        (select count(*)::int from session s where s.person = d.person and s.device = d.device
          and s.ended_at is null and s.expires_at > ${now}) as sessions
      from person_device d join person p on p.id = d.person and p.deleted_at is null
        join organisation o on o.id = p.organisation left join person a on a.id = d.approved_by
      where (strpos(p.name, ${text}) > 0 or strpos(p.login, ${text}) > 0 or strpos(d.device, ${text}) > 0)
        and (${organisations}::uuid[] is null or p.organisation = any(${organisations}::uuid[]))
      order by (p.approved_devices_only and d.approved_at is null) desc, d.last_seen_at desc limit 500`.execute(trx)
    return { rows, total: rows.length }
  },
})
