import { operationHash } from '../../../modules/fieldwork/rules/operation-hash.ts'
import type { Kind, Operation, PayloadOf } from '../../../modules/fieldwork/schema.ts'
import { tellChange } from './changes.ts'
import { newDevice } from './device-key.ts'
import { fieldDatabase, type KeptDevice, type KeptPhoto } from './field-database.ts'
import { newId } from './new-id.ts'
import { withRoom } from './settled-originals.ts'

export type NewOperation<K extends Kind = Kind> = {
  kind: K
  taskId: string
  payload: PayloadOf<K>
  baseRevision?: number
}
/** `original`: a photo as the camera gave it, in whose place `photo` comes. */
type Beside = { photo?: Omit<KeptPhoto, 'operationId'>; original?: string | undefined }

/** Another tab has put the photo into the place of its original already. */
export class OriginalGone extends Error {}

/**
 * Adds an act to the device's chain, with what belongs to it: one transaction, flushed to the disk
 * before it is told done. Either all of it is kept or nothing.
 */
export const appendOperation = (person: string, act: NewOperation, beside: Beside = {}): Promise<Operation> =>
  withRoom(() => appendOnce(person, act, beside))

/** For whoever makes room by themselves, as of a photo whose bytes want some too. */
export async function appendOnce(person: string, act: NewOperation, beside: Beside): Promise<Operation> {
  const work = await begin()
  if (beside.original !== undefined && !(await work.objectStore('photos').getKey(beside.original))) {
    work.abort()
    throw new OriginalGone(beside.original)
  }
  const operation = await addTo(work, person, act)
  if (beside.photo) await work.objectStore('photos').put({ ...beside.photo, operationId: operation.id })
  if (beside.original !== undefined) await work.objectStore('photos').delete(beside.original)
  await work.done
  tellChange()
  return operation
}

/**
 * Adds the act that `compose` makes of what is kept by then, which it changes in the same transaction: since a page read it, an answer
 * of the server may have come, or another letter. Undefined: there is nothing to be sent.
 */
export const appendComposed = (
  person: string,
  compose: (work: Appending) => Promise<NewOperation | undefined>,
): Promise<void> =>
  withRoom(async () => {
    const work = await begin()
    const act = await compose(work)
    if (act) await addTo(work, person, act)
    await work.done
    tellChange()
  })

const STORES = ['devices', 'operations', 'photos', 'patches', 'things'] as const

const begin = async () => (await fieldDatabase()).transaction(STORES, 'readwrite', { durability: 'strict' })
type Appending = Awaited<ReturnType<typeof begin>>

async function addTo(work: Appending, person: string, act: NewOperation): Promise<Operation> {
  const device = (await work.objectStore('devices').get(person)) ?? newDevice(person)
  const operation = chained(device, act)
  const { sequence, hash } = operation
  await work.objectStore('devices').put({ ...device, sequence, hash })
  await work.objectStore('operations').add({
    id: operation.id,
    device: device.id,
    operation,
    state: 'waiting',
    answer: null,
    madeAt: Date.now(),
  })
  return operation
}

function chained(device: KeptDevice, { kind, taskId, payload, baseRevision }: NewOperation): Operation {
  const operation = {
    id: newId(),
    sequence: device.sequence + 1,
    kind,
    taskId,
    baseRevision: baseRevision ?? null,
    payload: payload as Record<string, unknown>,
    previousHash: device.hash,
  }
  return { ...operation, hash: operationHash(operation) }
}
