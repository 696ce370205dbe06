import { randomBytes } from 'node:crypto'
import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'
import { action } from '../../../kernel/http/action.ts'
import { forbidden, notFound } from '../../../kernel/problems/problem.ts'
import { readDevice, strangerProblem } from '../sync/devices.ts'

/** How long after signing in the key is given to a phone that has a PIN, or was revoked. */
const FRESH_MINUTES = 10

/**
 * Gives a phone the key that its person's data there are sealed with (decisions/0009-sealed-phone.md): made once, the same ever after,
 * so that what was locked for want of a PIN is readable again after a sign-in. `isPinned`: from now on there is a PIN.
 */
export const deviceKey = action({
  verb: 'fieldwork.device.key',
  input: Type.Object({
    deviceId: Type.String({ minLength: 8, maxLength: 100 }),
    isPinned: Type.Optional(Type.Boolean()),
    /** what the phone's data are sealed with already: for a server restored from a backup that does not know it */
    kept: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$' })),
  }),
  async facts({ trx, person, now }, { deviceId }) {
    const device = await readDevice(trx, deviceId)
    return { device, person: person.id, isFresh: await hasJustSignedIn(trx, person.id, now) }
  },
  refuse({ device, person, isFresh }, { deviceId }) {
    if (!device) return notFound('fieldwork.device.unknown', { device: deviceId })
    const isGuarded = device.isPinned || device.revokedAt !== null
    if (isGuarded && !isFresh) return forbidden('fieldwork.device.key.sign-in', { minutes: FRESH_MINUTES })
    return strangerProblem(device, person)
  },
  async handle({ trx }, { deviceId, isPinned, kept }) {
    const { rows } = await sql<{ secret: string }>`update field_device
      set data_key = coalesce(data_key, ${kept ? Buffer.from(kept, 'hex') : randomBytes(32)}), pinned = pinned or ${isPinned ?? false}
      where id = ${deviceId} returning encode(data_key, 'hex') as secret`.execute(trx)
    return { secret: rows[0]!.secret }
  },
  audit: ({ deviceId, isPinned }) => ({
    subject: `device:${deviceId}`,
    after: { key: 'given', pinned: isPinned ?? null },
  }),
})

async function hasJustSignedIn(trx: Trx, person: string, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - FRESH_MINUTES * 60_000)
  const { rows } = await sql`select 1 from session where person = ${person} and started_at > ${since}
    and ended_at is null limit 1`.execute(trx)
  return rows.length > 0
}
