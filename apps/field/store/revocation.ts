import { PROTOCOL } from '../../../modules/fieldwork/schema.ts'
import { call } from '../../ui/api.ts'
import { eraseRevoked } from './erase.ts'
import { fieldDatabase } from './field-database.ts'
import { unsentOf } from './unsent.ts'
import { dropPin } from './vault/vault.ts'

/**
 * Of a phone that is locked: asks whether it was revoked. If so the PIN goes at once; all goes when nothing is unsent. Unsent
 * work stays sealed until its person signs in, which sends it and then erases.
 */
export async function heedRevocation(person: string): Promise<void> {
  const database = await fieldDatabase()
  const device = await database.get('devices', person)
  if (!device?.isRegistered) return
  const input = { deviceId: device.id, protocol: PROTOCOL, operations: [] }
  const { erase } = await call<{ erase?: true }>('fieldwork.sync', input).catch(() => ({ erase: undefined }))
  if (!erase) return
  await dropPin(person)
  if ((await unsentOf(person)) === 0) await eraseRevoked(person)
}
