import { createSm3 } from '../../crypto/sm3.ts'
import type { FileStore } from '../../files/file-store.ts'
import { crc32 } from './crc32.ts'
import type { Measured, StoredZip } from './stored-zip.ts'

/** As it was packed; `digest`: SM3. */
export type Packed = { size: number; digest: string }

/**
 * An entry out of the file store, of any size: read twice and never whole, for a ZIP wants the checksum before the bytes. What changes
 * between the two readings ends the archive.
 */
export async function* addStored(
  zip: StoredZip,
  name: string,
  { files, digest }: { files: FileStore; digest: string },
): AsyncGenerator<Uint8Array, Packed> {
  const { digest: found, ...measured } = await measure(files, digest)
  yield* zip.begin(name, measured)
  let [left, crc] = [measured.size, 0]
  for await (const chunk of files.stream(digest) as AsyncIterable<Uint8Array>) {
    left -= chunk.length
    crc = crc32(chunk, crc)
    yield chunk
  }
  if (left !== 0 || crc !== measured.crc) throw new Error(`${digest} changed while it was packed`)
  return { size: measured.size, digest: found }
}

async function measure(files: FileStore, digest: string): Promise<Measured & Packed> {
  const hash = createSm3()
  let [size, crc] = [0, 0]
  for await (const chunk of files.stream(digest) as AsyncIterable<Uint8Array>) {
    size += chunk.length
    crc = crc32(chunk, crc)
    hash.update(chunk)
  }
  return { size, crc, digest: hash.digest() }
}
