import { openDB } from 'idb'
import { send } from '../../ui/api.ts'
import { copyOf } from './copy-before.ts'
import { tellErased } from './erased.ts'
import { closeForGood, DATABASE, fieldDatabase } from './field-database.ts'
import { dropFile } from './files/photo-files.ts'
import { forgetKeys } from './vault/open-keys.ts'
import { tellTabs } from './vault/other-tabs.ts'

/** A revoked phone: nobody stays signed in on it, and what it held of this person is erased. */
export async function eraseRevoked(person: string): Promise<void> {
  await send('session.end', '/api/session', { method: 'DELETE' }).catch(() => undefined)
  await eraseFor(person)
  tellErased()
}

/**
 * 远程擦除: everything kept on this phone, also what has not been sent. Where somebody else works on it too, only what is this
 * person's: the other's work lies sealed beside it, and is theirs to send.
 */
export async function eraseFor(person: string): Promise<'own' | 'all'> {
  const people = await (await fieldDatabase()).getAll('devices')
  const isShared = people.some((one) => one.person !== person)
  await (isShared ? eraseOwn(person) : eraseEverything())
  forgetKeys()
  tellTabs({ person, is: 'locked' })
  return isShared ? 'own' : 'all'
}

async function eraseEverything(): Promise<void> {
  await closeForGood()
  for (const name of [DATABASE, copyOf(DATABASE)]) await dropDatabase(name)
  await eraseFiles().catch(() => undefined)
  for (const name of (await globalThis.caches?.keys()) ?? []) await caches.delete(name)
  globalThis.localStorage?.clear()
  globalThis.sessionStorage?.clear()
}

type Raw = Record<string, unknown>

/** Rows are found by the keys that sealed them, past the page's own code: so also while they are locked. One transaction. */
async function eraseOwn(person: string): Promise<void> {
  const database = await openDB(DATABASE)
  const work = database.transaction([...database.objectStoreNames], 'readwrite', { durability: 'strict' })
  const device = (await work.objectStore('devices').get(person)) as Raw | undefined
  const isNamed = (row: Raw) => row.person === person || row.id === person || row.device === device?.id
  const keys = new Set<unknown>()
  for (const store of ['tasks', 'things', 'packages', 'operations'])
    for (const row of (await work.objectStore(store).getAll()) as Raw[])
      if (isNamed(row) && row.keyId) keys.add(row.keyId)
  const digests: string[] = []
  for (const store of work.objectStoreNames)
    for (let at = await work.objectStore(store).openCursor(); at; at = await at.continue()) {
      if (!isNamed(at.value) && !keys.has(at.value.keyId)) continue
      if (at.value.digest) digests.push(at.value.digest)
      await at.delete()
    }
  await work.done
  database.close()
  for (const digest of digests) await dropFile(digest)
  await dropDatabase(copyOf(DATABASE))
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
