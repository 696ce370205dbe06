import { tellChange } from './changes.ts'
import { fieldDatabase, type KeptPhoto } from './field-database.ts'
import { dropFile, hasFiles, keepFile, listFiles } from './files/photo-files.ts'
import { readPhotoBytes } from './photo-bytes.ts'
import { sealOldRows } from './seal-old-rows.ts'
import { openKeys } from './vault/open-keys.ts'

/** A file younger than this may belong to a photo whose row is being written in another tab. */
const SETTLED_MS = 24 * 3600_000

/**
 * Puts right at start what a killed page or an older version left: rows in the clear are sealed; originals in the database go to the
 * files; a file without a row goes (its photo was never said to be saved); a row without its file says so; what the server
 * has taken is freed. To be done while nothing is sent.
 */
export async function mend(person: string, now: number): Promise<void> {
  await sealOldRows(person)
  if (!hasFiles()) return
  const database = await fieldDatabase()
  for (const photo of await database.getAll('photos')) if (photo.bytes instanceof ArrayBuffer) await moveToFile(photo)
  // Rows that were there before the files are listed; rows after: a photo taken meanwhile is in neither way an orphan.
  const rows = await database.getAll('photos')
  const files = await listFiles()
  const known = new Set(await database.getAllKeys('photos'))
  for (const { digest, touched } of files)
    if (!known.has(digest) && Math.abs(now - touched) > SETTLED_MS) await dropFile(digest)
  const there = new Set(files.map(({ digest }) => digest))
  for (const { digest } of rows) await mendRow(digest, there.has(digest))
  tellChange()
}

async function moveToFile(photo: KeptPhoto): Promise<void> {
  const plain = await readPhotoBytes(photo)
  if (!plain || (await keepFile(plain, openKeys().files)) !== photo.digest) return
  await (await fieldDatabase()).put('photos', { ...photo, bytes: 'file' })
}

async function mendRow(digest: string, isThere: boolean): Promise<void> {
  const work = (await fieldDatabase()).transaction('photos', 'readwrite', { durability: 'strict' })
  const photo = await work.store.get(digest)
  if (photo?.bytes === 'file' && !isThere) await work.store.put({ ...photo, bytes: null, isLost: true })
  if (photo?.isLost && isThere) await work.store.put({ ...photo, bytes: 'file', isLost: false })
  await work.done
  if (photo?.bytes === null && photo.receipt && !photo.isLost && isThere) await dropFile(digest)
}
