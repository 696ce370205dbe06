import { strToU8, type Zippable, zipSync } from 'fflate'
import { canonicalJson } from '../../../kernel/crypto/canonical-json.ts'
import { readFile } from './files/photo-files.ts'

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

/** Originals of photos as they lie in the phone's files: sealed. */
export async function readSealedPhotos(stores: RawStores): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const found = new Map<string, Uint8Array<ArrayBuffer>>()
  for (const { digest, bytes } of stores.photos ?? []) {
    const kept = bytes === 'file' ? await readFile(String(digest)).catch(() => undefined) : undefined
    if (kept) found.set(String(digest), kept)
    else if (bytes instanceof ArrayBuffer) found.set(String(digest), new Uint8Array(bytes))
  }
  return found
}

/**
 * 救援包: every store as JSON lines of an array, every original of a photo under its digest. What is sealed stays so (the server has the
 * key of the phone); keys themselves cannot be read at all. Works with any version of the database and without signing in.
 */
export function rescuePackage(
  stores: RawStores,
  photos: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
): Uint8Array<ArrayBuffer> {
  const files: Zippable = { 'rescue.json': strToU8(canonicalJson({ format: 'yutu-rescue', version: 2 })) }
  for (const [store, rows] of Object.entries(stores))
    files[`${store}.json`] = strToU8(`[${rows.map((row) => canonicalJson(plain(row))).join(',\n')}]`)
  // Neither photos nor sealed bytes get smaller.
  for (const [digest, bytes] of photos)
    files[`photos/${digest}.${isJpeg(bytes) ? 'jpg' : 'sealed'}`] = [bytes, { level: 0 }]
  return zipSync(files)
}

const isJpeg = (bytes: Uint8Array) => bytes[0] === 0xff && bytes[1] === 0xd8

/** Sealed bytes as Base64; without what JSON cannot say: pictures, originals, keys. */
const plain = (row: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== undefined && !isOpaque(value))
      .map(([name, value]) => [name, value instanceof Uint8Array ? base64(value) : value]),
  )

const base64 = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))

const isOpaque = (value: unknown) => value instanceof ArrayBuffer || value instanceof Blob || value instanceof CryptoKey
