import { capturesOf, type KeptCapture } from '../../store/captures.ts'
import type { KeptPerson } from '../../store/field-database.ts'
import { dropFile } from '../../store/files/photo-files.ts'
import { keepPhoto } from '../../store/keep-photo.ts'
import { readPhotoBytes } from '../../store/photo-bytes.ts'
import { makePicture } from './make-picture.ts'

const LOCK = 'yutu-field-develop'
/** Milliseconds after the last shot: whoever takes one after the other is not slowed down by the one before. */
const QUIET = 1200

let lastShot = Number.NEGATIVE_INFINITY

/** At the shutter: what is still to be developed waits. */
export const noteShot = (): void => {
  lastShot = performance.now()
}

async function quiet(): Promise<void> {
  for (let left = QUIET; left > 0; ) {
    left = lastShot + QUIET - performance.now()
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left))
  }
}

type Named = Pick<KeptPerson, 'id' | 'name'>

/**
 * Makes of every photo the camera gave the one that counts: stamped, with EXIF, signed, with its act. Original and photo change places in
 * one transaction, so a page killed on the way does it again; one tab at a time. What cannot be done now stays as it is, and keeps
 * nobody else waiting.
 */
export const developAll = (person: Named): Promise<void> =>
  navigator.locks.request(LOCK, async () => {
    for (const captured of await capturesOf(person.id)) {
      await quiet()
      await develop(person, captured).catch((error: unknown) => console.error(error))
    }
  })

async function develop(person: Named, captured: KeptCapture): Promise<void> {
  const { digest, capture, mediaType } = captured
  const bytes = await readPhotoBytes(captured)
  // Not here any more: mend says so of the row.
  if (!bytes) return
  const picture = await makePicture(new Blob([bytes], { type: mediaType }), capture.lines)
  await keepPhoto(person, { ...capture, ...picture }, digest)
  await dropFile(digest)
}
