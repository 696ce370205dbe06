import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { query } from '../../../kernel/http/action.ts'

export type DeviceRow = {
  id: string
  name: string | null
  person: { id: string; name: string } | null
  registeredAt: Date | null
  lastSeenAt: Date
  operations: number
  photos: number
  revokedAt: Date | null
  revokedWhy: string | null
}

/** Phones, those seen last first: whose they are, how much they have sent, whether they are still listened to. */
export const listDevices = query({
  name: 'fieldwork.device.list',
  input: Type.Object({ text: Type.Optional(Type.String({ maxLength: 100 })) }),
  async handle({ trx }, { text = '' }) {
    const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`
    const { rows } =
      await sql<DeviceRow>`select d.id, d.name, d.registered_at as "registeredAt", d.last_seen_at as "lastSeenAt",
        case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name) end as person, d.last_sequence::int as operations,
        (select count(*)::int from field_photo f where f.device = d.id) as photos, d.revoked_at as "revokedAt", d.revoked_why as "revokedWhy"
      from field_device d left join person p on p.id = d.person
      where d.id ilike ${like} or d.name ilike ${like} or p.name ilike ${like}
      order by d.last_seen_at desc limit 500`.execute(trx)
    return { rows }
  },
})
