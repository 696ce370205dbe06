import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'
import { PREPARED } from '../../../kernel/db/statement-names.ts'
import { forbidden, type Problem } from '../../../kernel/problems/problem.ts'

export type Device = {
  id: string
  person: string | null
  publicKey: JsonWebKey | null
  revokedAt: Date | null
  isPinned: boolean
  /** where its chain ends here */
  lastSequence: number
}

export async function readDevice(trx: Trx, id: string): Promise<Device | undefined> {
  const { rows } =
    await sql<Device>`${PREPARED} select id, person, public_key as "publicKey", revoked_at as "revokedAt", pinned as "isPinned", last_sequence::int as "lastSequence"
    from field_device where id = ${id}`.execute(trx)
  return rows[0]
}

/** A phone that is somebody else's may not speak for this person. */
export function strangerProblem(device: Device | undefined, person: string): Problem | undefined {
  if (device?.person && device.person !== person) return forbidden('fieldwork.device.not-yours', { device: device.id })
  return undefined
}

/** Nor may one that was lost or given away, but for what it still holds unsent (actions/sync.ts). */
export function deviceProblem(device: Device | undefined, person: string): Problem | undefined {
  if (device?.revokedAt) return forbidden('fieldwork.device.revoked', { device: device.id })
  return strangerProblem(device, person)
}
