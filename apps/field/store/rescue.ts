import { strToU8, type Zippable, zipSync } from 'fflate'
import { canonicalJson } from '../../../kernel/crypto/canonical-json.ts'

/** What lies on this phone, store by store, as it lies there. */
export type RawStores = Record<string, Record<string, unknown>[]>

/**
 * Reads the database of the page as it is, whatever version it has: it is not opened through the page's own schema, so
 * that a failed change of that schema cannot stand in the way.
 */
export async function readRaw(name = 'yutu-field'): Promise<RawStores> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  try {
    const names = [...database.objectStoreNames]
    const stores = await Promise.all(names.map((store) => readAll(database, store)))
    return Object.fromEntries(names.map((store, k) => [store, stores[k]!]))
  } finally {
    database.close()
  }
}

const readAll = (database: IDBDatabase, store: string) =>
  new Promise<Record<string, unknown>[]>((resolve, reject) => {
    const request = database.transaction(store).objectStore(store).getAll()
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** 救援包: every store as JSON, every photo under its digest. Keys stay on the phone; they cannot be read at all. */
export function rescuePackage(stores: RawStores): Uint8Array<ArrayBuffer> {
  const files: Zippable = {}
  for (const [store, rows] of Object.entries(stores)) {
    files[`${store}.json`] = strToU8(`[${rows.map((row) => canonicalJson(plain(row))).join(',\n')}]`)
  }
  // Photos do not get smaller.
  for (const { digest, bytes } of stores.photos ?? [])
    if (bytes instanceof ArrayBuffer) files[`photos/${digest}.jpg`] = [new Uint8Array(bytes), { level: 0 }]
  return zipSync(files)
}

/** Without what JSON cannot say: bytes, pictures, keys. */
const plain = (row: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined && !isOpaque(value)))

const isOpaque = (value: unknown) => value instanceof ArrayBuffer || value instanceof Blob || value instanceof CryptoKey
