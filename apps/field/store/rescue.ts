import { utf8 } from '../../../kernel/crypto/bytes.ts'
import { canonicalJson } from '../../../kernel/crypto/canonical-json.ts'
import { StoredZip } from '../../../kernel/formats/archive/stored-zip.ts'
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

/** Whether an archive takes the original along: what the server has signed for and taken would only fill it. */
export const isRescued = ({ bytes, settledAt }: Record<string, unknown>): boolean =>
  settledAt === undefined && (bytes === 'file' || bytes instanceof ArrayBuffer)

/** The original of a photo as it lies here: sealed. Undefined where there is none to take along. */
async function sealedPhoto(photo: Record<string, unknown>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { digest, bytes } = photo
  if (!isRescued(photo)) return undefined
  if (bytes instanceof ArrayBuffer) return new Uint8Array(bytes)
  return readFile(String(digest)).catch(() => undefined)
}

/**
 * 救援包: every store as JSON lines of an array, every original of a photo under its digest. What is sealed stays so (the server has the
 * key of the phone); keys themselves cannot be read at all. Works with any version of the database and without signing in. Photos are
 * packed one by one into pieces of a Blob, which the browser puts on the disk: a campaign of them does not fit in a phone's memory.
 */
export async function rescueArchive(stores: RawStores, onPhoto?: (done: number) => void): Promise<Blob> {
  const zip = new StoredZip(new Date())
  const pieces: Blob[] = []
  const put = (parts: Uint8Array[]) => pieces.push(new Blob(parts as Uint8Array<ArrayBuffer>[]))
  const add = (name: string, bytes: Uint8Array) => put(zip.add(name, bytes))
  add('rescue.json', utf8(canonicalJson({ format: 'yutu-rescue', version: 2 })))
  for (const [store, rows] of Object.entries(stores))
    add(`${store}.json`, utf8(`[${rows.map((row) => canonicalJson(plain(row))).join(',\n')}]`))
  // The same picture may serve two tasks: an archive names it once.
  const packed = new Set<unknown>()
  for (const [k, photo] of (stores.photos ?? []).entries()) {
    const bytes = packed.has(photo.digest) ? undefined : await sealedPhoto(photo)
    packed.add(photo.digest)
    if (bytes) add(`photos/${photo.digest}.${isJpeg(bytes) ? 'jpg' : 'sealed'}`, bytes)
    onPhoto?.(k + 1)
  }
  put(zip.end())
  return new Blob(pieces, { type: 'application/zip' })
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
