import { fieldDatabase, type KeptPatch, type KeptPhoto, type KeptTask } from './field-database.ts'

/**
 * What version 1 left in the clear is put once more, which seals it: with the key of whom it belongs to, so only this person's. The
 * chain of the device says which acts and photos those are, the task which patches.
 */
export async function sealOldRows(person: string): Promise<void> {
  const database = await fieldDatabase()
  const vault = await database.get('vaults', person)
  if (!vault || vault.isSealed) return
  const device = await database.get('devices', person)
  const range = IDBKeyRange.bound([device?.id ?? '', 0], [device?.id ?? '', Number.MAX_SAFE_INTEGER])
  for (const row of await database.getAll('operations', range)) {
    await database.put('operations', row)
    if (row.operation.kind === 'photo.add') await sealPhoto(String(row.operation.payload.digest))
  }
  for (const task of await database.getAllFromIndex('tasks', 'person', person)) {
    await putAnew('tasks', task)
    for (const patch of await database.getAllFromIndex('patches', 'task', task.id)) await putAnew('patches', patch)
  }
  const work = database.transaction('vaults', 'readwrite', { durability: 'strict' })
  const now = await work.store.get(person)
  if (now) await work.store.put({ ...now, isSealed: true })
  await work.done
}

/** In the place of what lay under the bare id: both or neither. */
async function putAnew(name: 'tasks' | 'patches', row: KeptTask | KeptPatch): Promise<void> {
  const work = (await fieldDatabase()).transaction(name, 'readwrite', { durability: 'strict' })
  await work.store.delete(row.id)
  await work.store.put(row as KeptTask & KeptPatch)
  await work.done
}

/** Version 1 kept small pictures as Blobs. */
type OldPhoto = Omit<KeptPhoto, 'thumbnail'> & { thumbnail: Blob | Uint8Array<ArrayBuffer> }

async function sealPhoto(digest: string): Promise<void> {
  const database = await fieldDatabase()
  const old: OldPhoto | undefined = await database.get('photos', digest)
  if (!old) return
  const { thumbnail } = old
  const bytes = thumbnail instanceof Blob ? new Uint8Array(await thumbnail.arrayBuffer()) : thumbnail
  await database.put('photos', { ...old, thumbnail: bytes })
}
