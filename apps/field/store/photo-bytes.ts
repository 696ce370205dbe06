import { openFile } from '../../../modules/fieldwork/rules/sealing/files.ts'
import type { KeptPhoto } from './field-database.ts'
import { readFile } from './files/photo-files.ts'
import { openKeys } from './vault/open-keys.ts'

/** The original of a photo; undefined when it is not here any more, or not readable. Throws Locked. */
export async function readPhotoBytes({ digest, bytes, size }: KeptPhoto): Promise<ArrayBuffer | undefined> {
  const kept = bytes === 'file' ? await readFile(digest) : bytes && new Uint8Array(bytes)
  if (!kept) return undefined
  // Left in the clear by a version before sealing.
  if (bytes !== 'file' && kept.length === size) return kept.buffer
  return openFile(kept, openKeys().files, digest)
}
