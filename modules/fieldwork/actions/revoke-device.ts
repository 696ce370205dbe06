import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'
import { action } from '../../../kernel/http/action.ts'
import { conflict, notFound } from '../../../kernel/problems/problem.ts'
import { readDevice } from '../sync/devices.ts'

/**
 * 停用设备: nothing more is taken from it, it is no approved phone any more, and it erases what it holds at its next contact. What it has
 * sent stays.
 */
export const revokeDevice = action({
  verb: 'fieldwork.device.revoke',
  input: Type.Object({
    deviceId: Type.String({ minLength: 8, maxLength: 100 }),
    reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
  }),
  facts: async ({ trx }, { deviceId }) => ({ device: await readDevice(trx, deviceId) }),
  refuse({ device }, { deviceId }) {
    if (!device) return notFound('fieldwork.device.unknown', { device: deviceId })
    return device.revokedAt ? conflict('fieldwork.device.revoke.done', { device: deviceId }) : undefined
  },
  async handle({ trx, person, now }, { deviceId, reason }) {
    await sql`update field_device set revoked_at = ${now}, revoked_by = ${person.id}, revoked_why = ${reason}
      where id = ${deviceId}`.execute(trx)
    await withdrawApproval(trx, deviceId)
    return { deviceId }
  },
  audit: ({ deviceId, reason }, _, { device }) => ({
    subject: `device:${deviceId}`,
    before: { person: device!.person },
    after: { revoked: reason },
  }),
})

/** It has to hear that it is revoked: who is signed in on it stays so until then. */
async function withdrawApproval(trx: Trx, deviceId: string): Promise<void> {
  await sql`update person_device p set approved_at = null, approved_by = null from field_device d
    where d.id = ${deviceId} and p.person = d.person and p.device = d.phone`.execute(trx)
}
