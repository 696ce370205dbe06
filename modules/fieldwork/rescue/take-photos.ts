import type { FileStore } from '../../../kernel/files/file-store.ts'
import type { Archive } from '../../../kernel/formats/archive/open-archive.ts'
import { type Finding, problemIn, unreadablePhoto } from './finding.ts'
import { digestOfEntry, type KeysById, rescuedPhoto } from './open-rescue.ts'

/** Puts originals into the file store, one by one; one that is there already is not read again. */
export async function takePhotos(files: FileStore, archive: Archive, names: readonly string[], keys: KeysById) {
  const findings: Finding[] = []
  for (const name of names) {
    if (await files.has(digestOfEntry(name))) continue
    const photo = await rescuedPhoto(archive, name, keys).catch((error: unknown) => problemIn(error))
    if (photo instanceof Uint8Array) await files.put(photo)
    else findings.push(unreadablePhoto(name, photo))
  }
  return { taken: names.length - findings.length, findings }
}
