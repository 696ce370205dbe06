import { concatBytes } from '../../../kernel/crypto/bytes.ts'
import { canonicalJson } from '../../../kernel/crypto/canonical-json.ts'
import { withComment } from '../../../modules/fieldwork/rules/photo/comment.ts'
import { tellChange } from './changes.ts'
import { fieldDatabase, type KeptPhoto } from './field-database.ts'
import { keepOriginal } from './keep-photo.ts'
import type { Capture } from './shot.ts'

export type KeptCapture = KeptPhoto & { capture: Capture }

/**
 * Keeps a photo as the camera gave it, as whole as any (keep-photo.ts): bytes sealed, flushed and read back, then the row with all that
 * is known of the shot. The facts lie in the JPEG too, so that no two are alike. The stamp comes later (survey/camera/develop.ts).
 */
export async function keepCapture(person: string, capture: Capture, jpeg: Uint8Array<ArrayBuffer>): Promise<void> {
  const { facts, kind } = capture
  const { taskId, takenAt, position, accuracy, azimuth, pitch } = facts
  const shown = { taskId, takenAt, position, accuracy, azimuth, pitch, kind, thumbnail: new Uint8Array() }
  await keepOriginal(
    () => concatBytes(...withComment(jpeg, canonicalJson(facts))).buffer,
    (kept) => {
      const file = { ...kept, mediaType: 'image/jpeg', receipt: null, operationId: '' }
      return addInOrder({ ...file, ...shown, capturedBy: person, capture })
    },
  )
  tellChange()
}

/** Behind all that wait, whatever the clock says. */
async function addInOrder(row: KeptPhoto & { capturedBy: string; capture: Capture }): Promise<void> {
  const work = (await fieldDatabase()).transaction('photos', 'readwrite', { durability: 'strict' })
  const waiting = (await work.store.index('captured').getAll(row.capturedBy)).filter(isCapture)
  const order = 1 + Math.max(0, ...waiting.map((one) => one.capture.order ?? 0))
  await work.store.add({ ...row, capture: { ...row.capture, order } })
  await work.done
}

export const isCapture = (photo: KeptPhoto): photo is KeptCapture => photo.capture !== undefined

const orderOf = ({ capture }: KeptCapture) => capture.order ?? 0

/** Of a person, in the order they were taken, also where the clock was set in between. What is lost is no more to be developed. */
export async function capturesOf(person: string): Promise<KeptCapture[]> {
  const rows = await (await fieldDatabase()).getAllFromIndex('photos', 'captured', person)
  return rows
    .filter(isCapture)
    .filter(({ isLost }) => !isLost)
    .toSorted((a, b) => orderOf(a) - orderOf(b) || a.takenAt.localeCompare(b.takenAt))
}
