import { sql } from 'kysely'
import type { Trx } from '../db/database.ts'
import { isWithin } from './networks.ts'

/** Who signs in from where; `device`: the phone, by the identifier it has given itself. */
export type Client = { address?: string; agent?: string; device?: string }

/** `address`: not one the account is bound to; `device`: a phone nobody has approved, or none. */
export type NotAdmitted = 'address' | 'device'

type Bound = { networks: string[]; devicesOnly: boolean; approved: boolean }

/** IP 绑定 and 设备绑定, asked at sign-in. A phone that is not approved is noted, so that an administrator finds it. */
export async function admit(trx: Trx, person: string, client: Client, now: Date): Promise<NotAdmitted | undefined> {
  const { networks, devicesOnly, approved } = await boundOf(trx, person, client.device)
  if (!isWithin(networks, client.address ?? '')) return 'address'
  if (client.device !== undefined) await noteDevice(trx, person, { ...client, device: client.device }, now)
  return devicesOnly && !approved ? 'device' : undefined
}

async function boundOf(trx: Trx, person: string, device: string | undefined): Promise<Bound> {
  const { rows } = await sql<Bound>`select networks, approved_devices_only as "devicesOnly",
      exists (select from person_device d where d.person = p.id and d.device = ${device ?? null}
        and d.approved_at is not null) as approved
    from person p where id = ${person}`.execute(trx)
  return rows[0]!
}

type Seen = Client & { device: string }

async function noteDevice(trx: Trx, person: string, { device, agent = '', address }: Seen, now: Date): Promise<void> {
  await sql`insert into person_device (person, device, name, address, first_seen_at, last_seen_at)
    values (${person}, ${device}, ${agent.slice(0, 200)}, ${address ?? null}, ${now}, ${now})
    on conflict (person, device) do update set name = excluded.name, address = excluded.address, last_seen_at = ${now}`.execute(
    trx,
  )
}
