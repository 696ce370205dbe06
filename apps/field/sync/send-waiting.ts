import type { Answer, Operation } from '../../../modules/fieldwork/schema.ts'
import { call } from '../../ui/api.ts'
import { tellChange } from '../store/changes.ts'
import { registerDevice } from '../store/device-key.ts'
import { fieldDatabase, type KeptDevice, type KeptOperation } from '../store/field-database.ts'
import { sendPhoto } from './send-photo.ts'

/** As many operations as go in one request. */
const AT_ONCE = 50

/**
 * Sends what this person has done: the photos first, then the acts in their order. Nothing is removed before the server
 * has answered for it; throws ProblemError when the way is cut, and the same is sent again later. Gives how many were sent.
 */
export async function sendWaiting(person: string): Promise<number> {
  const database = await fieldDatabase()
  const device = await database.get('devices', person)
  if (!device) return 0
  await registerDevice(person)
  let sent = 0
  for (;;) {
    const waiting = await database.getAllFromIndex('operations', 'state', [device.id, 'waiting'])
    const next = waiting.slice(0, AT_ONCE)
    if (next.length === 0) return sent
    await sendPhotos(next)
    const settled = await sendOperations(device, next)
    sent += settled
    if (settled === 0) return sent
  }
}

async function sendPhotos(operations: readonly KeptOperation[]): Promise<void> {
  const database = await fieldDatabase()
  for (const { operation } of operations) {
    if (operation.kind !== 'photo.add') continue
    const digest = String(operation.payload.digest)
    const photo = await database.get('photos', digest)
    if (!photo?.bytes || photo.receipt) continue
    const receipt = await sendPhoto(digest, photo.bytes)
    await database.put('photos', { ...photo, receipt })
    tellChange()
  }
}

/** Gives how many got their last word. */
async function sendOperations({ id: deviceId }: KeptDevice, kept: readonly KeptOperation[]): Promise<number> {
  const operations: Operation[] = kept.map(({ operation }) => operation)
  const { answers } = await call<{ answers: Answer[] }>('fieldwork.sync', { deviceId, operations })
  let settled = 0
  for (const one of kept) {
    const answer = answers.find(({ id }) => id === one.id)
    if (answer && (await keepAnswer(one, answer))) settled += 1
  }
  tellChange()
  return settled
}

async function keepAnswer(kept: KeptOperation, answer: Answer): Promise<boolean> {
  const state = stateAfter(answer)
  const database = await fieldDatabase()
  const work = database.transaction(['operations', 'photos', 'patches'], 'readwrite', { durability: 'strict' })
  await work.objectStore('operations').put({ ...kept, state, answer })
  const { kind, payload } = kept.operation
  if (kind === 'photo.add' && state === 'done') {
    const photo = await work.objectStore('photos').get(String(payload.digest))
    // Only now may the bytes go: the server has signed for them and has taken them for the task.
    if (photo?.receipt) await work.objectStore('photos').put({ ...photo, bytes: null })
  }
  if (kind === 'patch.save' && answer.status === 'conflict') {
    const patch = await work.objectStore('patches').get(String(payload.patchId))
    if (patch && answer.revision !== undefined)
      await work.objectStore('patches').put({ ...patch, revision: answer.revision, isDraft: true })
  }
  await work.done
  return state !== 'waiting'
}

/** Something on its way will still settle `waitsFor`; the rest needs a person and stays visible. */
function stateAfter({ status, waitsFor }: Answer): KeptOperation['state'] {
  if (status === 'applied' || status === 'duplicate') return 'done'
  return waitsFor ? 'waiting' : 'aside'
}
