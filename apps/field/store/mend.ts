import { tellChange } from './changes.ts'
import { fieldDatabase, type KeptPhoto } from './field-database.ts'
import { dropFile, hasFiles, keepFile, listFiles, writtenAt } from './files/photo-files.ts'
import { readPhotoBytes } from './photo-bytes.ts'
import { sealOldRows } from './seal-old-rows.ts'
import { asItLies } from './sealed-database.ts'
import { isSettled, whileFreeing } from './settled-originals.ts'
import { openKeys } from './vault/open-keys.ts'

/** A file younger than this may belong to a photo whose row is being written in another tab. */
const YOUNG_MS = 24 * 3600_000

/**
 * Puts right at start what a killed page or an older version left: rows in the clear are sealed; originals in the database go to the
 * files; a file without a row goes (its photo was never said to be saved); a row without its file says so; a file that was let go is
 * removed. None is opened for it. To be done while nothing is sent.
 */
export async function mend(person: string, now: number): Promise<void> {
  await sealOldRows(person)
  if (!(await hasFiles())) return
  const before = await standings()
  for (const { digest, bytes } of before) if (bytes === 'database') await moveToFile(digest)
  // Rows that were there before the files are listed; rows after: a photo taken meanwhile is in neither way an orphan.
  const rows = before.some(({ bytes }) => bytes === 'database') ? await standings() : before
  const files = await listFiles()
  const known = new Set(await (await fieldDatabase()).getAllKeys('photos'))
  for (const digest of files)
    if (!known.has(digest) && Math.abs(now - (await writtenAt(digest))) > YOUNG_MS) await dropOrphan(digest)
  const there = new Set(files)
  for (const row of rows) if (isWrong(row, there.has(row.digest))) await mendRow(row.digest, there.has(row.digest))
  tellChange()
}

/** What stands beside the seal of a photo. */
type Standing = Pick<KeptPhoto, 'digest' | 'receipt' | 'isLost'> & { bytes: 'file' | 'database' | null }

const AT_ONCE = 200

/** Some hundred rows at a time, none of them opened: a season's photos with their small pictures are too much for a start. */
async function standings(): Promise<Standing[]> {
  const all: Standing[] = []
  let after = ''
  for (;;) {
    const rows = await asItLies(await fieldDatabase()).getAll('photos', IDBKeyRange.lowerBound(after, true), AT_ONCE)
    for (const { digest, bytes, receipt, isLost } of rows)
      all.push({ digest, receipt, isLost, bytes: bytes instanceof ArrayBuffer ? 'database' : bytes })
    if (rows.length < AT_ONCE) return all
    after = rows.at(-1)!.digest
  }
}

const isWrong = ({ bytes, receipt, isLost }: Standing, isThere: boolean): boolean =>
  isThere ? isLost === true || (bytes === null && receipt !== null) : bytes === 'file'

async function moveToFile(digest: string): Promise<void> {
  const photo = await (await fieldDatabase()).get('photos', digest)
  if (!photo) return
  const plain = await readPhotoBytes(photo)
  if (!plain || (await keepFile(plain, openKeys().files)) !== photo.digest) return
  await (await fieldDatabase()).put('photos', { ...photo, bytes: 'file' })
}

/** The same file may just be chosen again. */
const dropOrphan = (digest: string) =>
  whileFreeing(async () => {
    if ((await (await fieldDatabase()).getKey('photos', digest)) === undefined) await dropFile(digest)
  })

const mendRow = (digest: string, isThere: boolean) =>
  whileFreeing(async () => {
    const work = (await fieldDatabase()).transaction('photos', 'readwrite', { durability: 'strict' })
    const photo = await work.store.get(digest)
    if (photo?.bytes === 'file' && !isThere)
      await work.store.put({ ...photo, bytes: null, settledAt: undefined, isLost: !isSettled(photo) })
    if (photo?.isLost && isThere) await work.store.put({ ...photo, bytes: 'file', isLost: false })
    await work.done
    if (photo?.bytes === null && photo.receipt && !photo.isLost && isThere) await dropFile(digest)
  })
