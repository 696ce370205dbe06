import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { fromHex } from '../../../kernel/crypto/bytes.ts'
import { action, type Context } from '../../../kernel/http/action.ts'
import { loadPerson } from '../../../kernel/identity/people.ts'
import { invalid, Refusal } from '../../../kernel/problems/problem.ts'
import { keysOf } from '../rules/sealing/keys.ts'
import type { Status } from '../schema.ts'
import { readDevice } from '../sync/devices.ts'
import { receiveOperations } from '../sync/receive-operations.ts'
import { type KeysById, openRescue, type Rescued, type RescuedDevice, rescuedPhoto } from './open-rescue.ts'

/** Of a page that does not say what it speaks, or that wrote the archive: acts are read alike since then. */
const PROTOCOL_OF_ARCHIVES = 4
const AT_ONCE = 200

/** `unreadable`: rows and photos no key of this server opens. `statuses`: of all acts in the archive, also those that were here. */
export type RescueReport = {
  operations: number
  photos: number
  unreadable: number
  statuses: Partial<Record<Status, number>>
}

/**
 * Takes in what a phone saved when nothing else worked: photos first, then its acts as if the phone had sent them, by their own ids and
 * in its own chain. The same archive again changes nothing.
 */
export const importRescue = action({
  verb: 'fieldwork.rescue.import',
  input: Type.Object({ fileDigest: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
  async handle(context, { fileDigest }): Promise<RescueReport> {
    let keys: KeysById = new Map()
    const read = async (devices: string[]) => {
      keys = await keysOfDevices(context, devices)
      return keys
    }
    const rescued = await openRescue(context.files.pathOf(fileDigest), read)
    try {
      return await takeIn(context, rescued, keys)
    } finally {
      rescued.archive.close()
    }
  },
  audit: ({ fileDigest }, report) => ({ subject: `file:${fileDigest}`, after: report }),
})

async function takeIn(context: Context, rescued: Rescued, keys: KeysById): Promise<RescueReport> {
  const report: RescueReport = { operations: 0, photos: 0, unreadable: rescued.unreadable, statuses: {} }
  for (const name of rescued.photos) {
    const bytes = await rescuedPhoto(rescued.archive, name, keys)
    if (!bytes) report.unreadable += 1
    else {
      await context.files.put(bytes)
      report.photos += 1
    }
  }
  for (const device of rescued.devices) await takeActs(context, device, report)
  if (report.unreadable > 0 && report.operations + report.photos === 0)
    throw new Refusal(invalid('fieldwork.rescue.import.no-key', { count: report.unreadable }))
  return report
}

async function takeActs(context: Context, { id, person, operations }: RescuedDevice, report: RescueReport) {
  if (operations.length === 0) return
  const device = await readDevice(context.trx, id)
  const owner = await loadPerson(context.trx, device?.person ?? person)
  if (!owner) {
    report.unreadable += operations.length
    return
  }
  const isRevoked = device?.revokedAt != null
  const sender = { context: { ...context, person: owner }, device: id, protocol: PROTOCOL_OF_ARCHIVES, isRevoked }
  for (let from = 0; from < operations.length; from += AT_ONCE)
    for (const { status } of await receiveOperations(sender, operations.slice(from, from + AT_ONCE))) {
      report.operations += 1
      report.statuses[status] = (report.statuses[status] ?? 0) + 1
    }
}

async function keysOfDevices({ trx }: Context, ids: string[]): Promise<KeysById> {
  const { rows } = await sql<{ secret: string }>`select encode(data_key, 'hex') as secret from field_device
    where id = any(${ids}) and data_key is not null`.execute(trx)
  const keys = await Promise.all(rows.map(({ secret }) => keysOf(Uint8Array.from(fromHex(secret)))))
  return new Map(keys.map((one) => [one.id, one]))
}
