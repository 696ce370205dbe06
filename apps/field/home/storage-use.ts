import { tellChange } from '../store/changes.ts'
import { fieldDatabase, type KeptPhoto } from '../store/field-database.ts'
import { tasksWithPhotos } from '../store/photo-tasks.ts'

/** What one task takes up here: photos, their bytes, and how many of them the server has not yet signed for. */
export type TaskStorage = {
  taskId: string
  number: string
  title: string
  photos: number
  bytes: number
  unsent: number
}
export type StorageUse = {
  tasks: TaskStorage[]
  bytes: number
  /** as the browser measures all of this page, and what it may take at most; null where it does not say */
  used: number | null
  allowed: number | null
  /** the browser has promised not to clear it by itself */
  isSafe: boolean
}

const sizeOf = ({ bytes, size, thumbnail }: KeptPhoto) => (bytes === null ? 0 : size) + thumbnail.byteLength
const isUnsent = ({ bytes }: KeptPhoto) => bytes !== null

export async function storageUse(person: string): Promise<StorageUse> {
  const database = await fieldDatabase()
  const rows: TaskStorage[] = []
  for (const { id, number, title } of await tasksWithPhotos(person)) {
    const photos = await database.getAllFromIndex('photos', 'task', id)
    const bytes = photos.reduce((sum, photo) => sum + sizeOf(photo), 0)
    rows.push({ taskId: id, number, title, photos: photos.length, bytes, unsent: photos.filter(isUnsent).length })
  }
  const estimate = await navigator.storage?.estimate?.()
  return {
    tasks: rows.filter(({ photos }) => photos > 0).sort((a, b) => b.bytes - a.bytes),
    bytes: rows.reduce((sum, { bytes }) => sum + bytes, 0),
    ...{ used: estimate?.usage ?? null, allowed: estimate?.quota ?? null },
    isSafe: (await navigator.storage?.persisted?.()) ?? false,
  }
}

/** Frees what the server has signed for; what has no receipt stays, whatever is asked. Gives how many photos went. */
export async function clearSent(taskIds: readonly string[]): Promise<number> {
  const work = (await fieldDatabase()).transaction('photos', 'readwrite', { durability: 'strict' })
  let freed = 0
  for (const taskId of taskIds) {
    for (const photo of await work.store.index('task').getAll(taskId)) {
      if (photo.bytes !== null || !photo.receipt) continue
      await work.store.delete(photo.digest)
      freed += 1
    }
  }
  await work.done
  tellChange()
  return freed
}
