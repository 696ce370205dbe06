import { tellChange } from '../store/changes.ts'
import { fieldDatabase, type KeptPhoto } from '../store/field-database.ts'
import { dropFile } from '../store/files/photo-files.ts'
import { tasksWithPhotos } from '../store/photo-tasks.ts'
import { asItLies } from '../store/sealed-database.ts'
import { isSettled, keyOf, settledRows, whileFreeing } from '../store/settled-originals.ts'
import { openKeys } from '../store/vault/open-keys.ts'

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
  /** of these, originals the server has: they go by themselves */
  settled: number
  /** as the browser measures all of this page, and what it may take at most; null where it does not say */
  used: number | null
  allowed: number | null
  /** the browser has promised not to clear it by itself */
  isSafe: boolean
}

const sizeOf = ({ bytes, size, thumbnail }: KeptPhoto) => (bytes === null ? 0 : size) + thumbnail.byteLength
const isUnsent = (photo: KeptPhoto) => photo.bytes !== null && !isSettled(photo)
const sumOf = (rows: readonly { size: number }[]) => rows.reduce((sum, { size }) => sum + size, 0)

export async function storageUse(person: string): Promise<StorageUse> {
  const database = await fieldDatabase()
  const rows: TaskStorage[] = []
  for (const { id, number, title } of await tasksWithPhotos(person)) {
    const photos = await database.getAllFromIndex('photos', 'task', id)
    const bytes = photos.reduce((sum, photo) => sum + sizeOf(photo), 0)
    rows.push({ taskId: id, number, title, photos: photos.length, bytes, unsent: photos.filter(isUnsent).length })
  }
  // Also of tasks that are not on the list any more.
  const settled = (await settledRows()).filter((row) => keyOf(row) === openKeys().id)
  const listed = new Set(rows.map(({ taskId }) => taskId))
  const estimate = await navigator.storage?.estimate?.()
  return {
    tasks: rows.filter(({ photos }) => photos > 0).sort((a, b) => b.bytes - a.bytes),
    bytes: rows.reduce((sum, { bytes }) => sum + bytes, 0) + sumOf(settled.filter(({ taskId }) => !listed.has(taskId))),
    settled: sumOf(settled),
    ...{ used: estimate?.usage ?? null, allowed: estimate?.quota ?? null },
    isSafe: (await navigator.storage?.persisted?.()) ?? false,
  }
}

/**
 * Frees what the server has signed for, originals that were still kept with it; what has no receipt stays, whatever is asked. Without tasks
 * everything of this person, also of tasks that are not on the list any more. Gives how many photos went.
 */
export const clearSent = (taskIds?: readonly string[]): Promise<number> =>
  whileFreeing(async () => {
    const { id } = openKeys()
    const work = asItLies(await fieldDatabase()).transaction('photos', 'readwrite', { durability: 'strict' })
    const index = work.store.index('task')
    const rows = taskIds ? await Promise.all(taskIds.map((task) => index.getAll(task))) : [await work.store.getAll()]
    const gone = rows.flat().filter((row) => keyOf(row) === id && isSent(row))
    for (const { digest } of gone) await work.store.delete(digest)
    await work.done
    for (const { digest } of gone) await dropFile(digest)
    tellChange()
    return gone.length
  })

/** Its original is not here any more, or may go. */
const isSent = (photo: KeptPhoto) => photo.receipt !== null && (photo.bytes === null || isSettled(photo))
