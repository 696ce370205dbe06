import { type Answer, type Operation, PROTOCOL } from '../../../modules/fieldwork/schema.ts'
import { call } from '../../ui/api.ts'
import { tellChange } from '../store/changes.ts'
import { registerDevice } from '../store/device-key.ts'
import { fieldDatabase, type KeptDevice, type KeptOperation } from '../store/field-database.ts'
import { dropFile } from '../store/files/photo-files.ts'
import { readPhotoBytes } from '../store/photo-bytes.ts'
import { lastMeasure } from './clock.ts'
import { keepAnswer } from './keep-answer.ts'
import { sendPhoto } from './send-photo.ts'

/** As many operations as go in one request. */
const AT_ONCE = 50

/** `erase`: this phone was revoked; what it held is with the server, set apart for a person to look at. */
export type Sent = { settled: number; erase: boolean }

/**
 * Sends what this person has done: the photos first, then the acts in their order. Nothing is removed before the server
 * has answered for it; throws ProblemError when the way is cut, and the same is sent again later.
 */
export async function sendWaiting(person: string): Promise<Sent> {
  const database = await fieldDatabase()
  const device = await database.get('devices', person)
  if (!device) return { settled: 0, erase: false }
  await registerDevice(person)
  const sent: Sent = { settled: 0, erase: false }
  // Acts that still wait after they were sent do not stand before the others.
  const tried = new Set<string>()
  for (;;) {
    const index = [device.id, 'waiting'] as [string, string]
    const found = await database.getAllFromIndex('operations', 'state', index, AT_ONCE + tried.size)
    const next = found.filter(({ id }) => !tried.has(id)).slice(0, AT_ONCE)
    if (next.length === 0) return sent
    await sendPhotos(next)
    const { settled, erase } = await sendOperations(device, next)
    for (const { id } of next) tried.add(id)
    sent.settled += settled
    sent.erase = erase
  }
}

async function sendPhotos(operations: readonly KeptOperation[]): Promise<void> {
  const database = await fieldDatabase()
  for (const { operation } of operations) {
    if (operation.kind !== 'photo.add' && operation.kind !== 'file.add') continue
    const digest = String(operation.payload.digest)
    const photo = await database.get('photos', digest)
    const bytes = photo && !photo.receipt ? await readPhotoBytes(photo) : undefined
    if (!bytes) continue
    const receipt = await sendPhoto(digest, bytes)
    const work = database.transaction('photos', 'readwrite', { durability: 'strict' })
    const now = await work.store.get(digest)
    if (now) await work.store.put({ ...now, receipt })
    await work.done
    tellChange()
  }
}

async function sendOperations({ id: deviceId }: KeptDevice, kept: readonly KeptOperation[]) {
  const operations: Operation[] = kept.map(({ operation }) => operation)
  const clock = lastMeasure()
  const input = { deviceId, protocol: PROTOCOL, operations, ...(clock && { clock }) }
  const { answers, erase = false } = await call<{ answers: Answer[]; erase?: true }>('fieldwork.sync', input)
  let settled = 0
  for (const one of kept) {
    const answer = answers.find(({ id }) => id === one.id)
    const freed = answer && (await keepAnswer(one, answer))
    if (freed?.isSettled) settled += 1
    if (freed?.digest) await dropFile(freed.digest)
  }
  tellChange()
  return { settled, erase }
}
