import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action } from '../../../kernel/http/action.ts'
import { conflict, notFound } from '../../../kernel/problems/problem.ts'
import { readDevice } from '../sync/devices.ts'

/** 停用设备: nothing more is taken from it, and it erases what it holds at its next contact. What it has sent stays. */
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
    return { deviceId }
  },
  audit: ({ deviceId, reason }, _, { device }) => ({
    subject: `device:${deviceId}`,
    before: { person: device!.person },
    after: { revoked: reason },
  }),
})
