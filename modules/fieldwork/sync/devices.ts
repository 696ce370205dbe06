import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'
import { forbidden, type Problem } from '../../../kernel/problems/problem.ts'

export type Device = {
  id: string
  person: string | null
  publicKey: JsonWebKey | null
  revokedAt: Date | null
}

export async function readDevice(trx: Trx, id: string): Promise<Device | undefined> {
  const { rows } = await sql<Device>`select id, person, public_key as "publicKey", revoked_at as "revokedAt"
    from field_device where id = ${id}`.execute(trx)
  return rows[0]
}

/**
 * A phone that was lost or given away is not listened to; it erases itself when it hears this. One that is somebody else's
 * may not speak for this person.
 */
export function deviceProblem(device: Device | undefined, person: string): Problem | undefined {
  if (device?.revokedAt) return forbidden('fieldwork.device.revoked', { device: device.id })
  if (device?.person && device.person !== person) return forbidden('fieldwork.device.not-yours', { device: device.id })
  return undefined
}
