import { copyOf } from './copy-before.ts'
import { closeDatabase, DATABASE } from './field-database.ts'
import { forgetKeys } from './vault/open-keys.ts'

/** 远程擦除: everything kept on this phone, also what has not been sent. Only for a phone that has been revoked. */
export async function eraseEverything(): Promise<void> {
  await closeDatabase()
  for (const name of [DATABASE, copyOf(DATABASE)]) await dropDatabase(name)
  forgetKeys()
  await eraseFiles().catch(() => undefined)
  for (const name of await caches.keys()) await caches.delete(name)
  localStorage.clear()
  sessionStorage.clear()
}

const dropDatabase = (name: string) =>
  new Promise<void>((resolve) => {
    const request = indexedDB.deleteDatabase(name)
    // Other tabs close theirs when they hear of it.
    request.onsuccess = request.onerror = request.onblocked = () => resolve()
  })

/** Photos and packages: all files of this page. */
async function eraseFiles(): Promise<void> {
  const root = await navigator.storage.getDirectory()
  for await (const name of root.keys()) await root.removeEntry(name, { recursive: true })
}
