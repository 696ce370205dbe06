import { operationHash } from '../../../modules/fieldwork/rules/operation-hash.ts'
import type { Kind, Operation, PayloadOf } from '../../../modules/fieldwork/schema.ts'
import { tellChange } from './changes.ts'
import { newDevice } from './device-key.ts'
import { fieldDatabase, type KeptDevice, type KeptPatch, type KeptPhoto } from './field-database.ts'
import { newId } from './new-id.ts'
import { withRoom } from './settled-originals.ts'

export type NewOperation<K extends Kind = Kind> = {
  kind: K
  taskId: string
  payload: PayloadOf<K>
  baseRevision?: number
}
/** `original`: a photo as the camera gave it, in whose place `photo` comes. */
type Beside = { photo?: Omit<KeptPhoto, 'operationId'>; patch?: KeptPatch; original?: string | undefined }

/** Another tab has put the photo into the place of its original already. */
export class OriginalGone extends Error {}

/**
 * Adds an act to the device's chain, with the photo or patch that belongs to it: one transaction, flushed to the disk
 * before it is told done. Either all of it is kept or nothing.
 */
export const appendOperation = (person: string, act: NewOperation, beside: Beside = {}): Promise<Operation> =>
  withRoom(() => appendOnce(person, act, beside))

/** For whoever makes room by themselves, as of a photo whose bytes want some too. */
export async function appendOnce(person: string, act: NewOperation, beside: Beside): Promise<Operation> {
  const database = await fieldDatabase()
  const stores = ['devices', 'operations', 'photos', 'patches'] as const
  const work = database.transaction(stores, 'readwrite', { durability: 'strict' })
  if (beside.original !== undefined && !(await work.objectStore('photos').getKey(beside.original))) {
    work.abort()
    throw new OriginalGone(beside.original)
  }
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
  if (beside.photo) await work.objectStore('photos').put({ ...beside.photo, operationId: operation.id })
  if (beside.original !== undefined) await work.objectStore('photos').delete(beside.original)
  if (beside.patch) await work.objectStore('patches').put(beside.patch)
  await work.done
  tellChange()
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
