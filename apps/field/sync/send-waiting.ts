import { type Answer, type Operation, PROTOCOL } from '../../../modules/fieldwork/schema.ts'
import { call } from '../../ui/api.ts'
import { ProblemError } from '../../ui/problem.ts'
import { tellChange } from '../store/changes.ts'
import { registerDevice } from '../store/device-key.ts'
import { fieldDatabase, type KeptDevice, type KeptOperation } from '../store/field-database.ts'
import { tidyOriginals } from '../store/keep-originals.ts'
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
 * has answered for it; throws ProblemError when the way is cut, and the same is sent again later. A file the server refuses keeps nothing
 * else from being sent: its act waits for it, and the refusal is thrown at the end.
 */
export async function sendWaiting(person: string): Promise<Sent> {
  const database = await fieldDatabase()
  const device = await database.get('devices', person)
  if (!device) return { settled: 0, erase: false }
  await registerDevice(person)
  const sent: Sent = { settled: 0, erase: false }
  // Acts that still wait after they were sent do not stand before the others.
  const tried = new Set<string>()
  let refusal: ProblemError | undefined
  for (;;) {
    const index = [device.id, 'waiting'] as [string, string]
    const found = await database.getAllFromIndex('operations', 'state', index, AT_ONCE + tried.size)
    const next = found.filter(({ id }) => !tried.has(id)).slice(0, AT_ONCE)
    if (next.length === 0) break
    refusal ??= await sendPhotos(next)
    const { settled, erase } = await sendOperations(device, next)
    for (const { id } of next) tried.add(id)
    sent.settled += settled
    sent.erase = erase
  }
  if (refusal && !sent.erase) throw refusal
  return sent
}

/** Of this file only, and for good: neither the way nor the person, and nothing that another try would mend. */
const isOfFile = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && [400, 413, 415, 422].includes(error.status)

/** The first refusal of a file, if there was one. */
async function sendPhotos(operations: readonly KeptOperation[]): Promise<ProblemError | undefined> {
  let refusal: ProblemError | undefined
  for (const { operation } of operations) {
    if (operation.kind !== 'photo.add' && operation.kind !== 'file.add') continue
    const digest = String(operation.payload.digest)
    const photo = await (await fieldDatabase()).get('photos', digest)
    const bytes = photo && !photo.receipt ? await readPhotoBytes(photo) : undefined
    if (!bytes) continue
    const receipt = await sendPhoto(digest, bytes).catch((error: unknown) => {
      if (!isOfFile(error)) throw error
      refusal ??= error
    })
    if (!receipt) continue
    // Opened anew where the phone has closed it meanwhile.
    const work = (await fieldDatabase()).transaction('photos', 'readwrite', { durability: 'strict' })
    const now = await work.store.get(digest)
    if (now) await work.store.put({ ...now, receipt })
    await work.done
    tellChange()
  }
  return refusal
}

async function sendOperations({ id: deviceId, person }: KeptDevice, kept: readonly KeptOperation[]) {
  const operations: Operation[] = kept.map(({ operation }) => operation)
  const clock = lastMeasure()
  const input = { deviceId, protocol: PROTOCOL, operations, ...(clock && { clock }) }
  const { answers, erase = false } = await call<{ answers: Answer[]; erase?: true }>('fieldwork.sync', input)
  let settled = 0
  for (const one of kept) {
    const answer = answers.find(({ id }) => id === one.id)
    if (answer && (await keepAnswer(one, answer))) settled += 1
  }
  if (settled > 0) await tidyOriginals(person, Date.now())
  tellChange()
  return { settled, erase }
}
