import { closeDatabase } from './field-database.ts'

/** 远程擦除: everything kept on this phone, also what has not been sent. Only for a phone that has been revoked. */
export async function eraseEverything(): Promise<void> {
  await closeDatabase()
  await new Promise<void>((resolve) => {
    const request = indexedDB.deleteDatabase('yutu-field')
    // Other tabs close theirs when they hear of it.
    request.onsuccess = request.onerror = request.onblocked = () => resolve()
  })
  for (const name of await caches.keys()) await caches.delete(name)
  localStorage.clear()
}
