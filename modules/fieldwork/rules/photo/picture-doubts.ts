import type { Position } from '../../../../kernel/geometry/types.ts'
import { isCutOff, pictureKind } from './picture-kind.ts'
import { readExif } from './read-exif.ts'

/** Signs that a file is not the photo its act tells of. Shown to who reviews it; none refuses it. */
export type PictureDoubt =
  | 'no-picture'
  | 'other-format'
  | 'cut-off'
  | 'exif-place'
  | 'exif-time'
  | 'other-code'
  | 'used-before'

/** What the act says, and the code its signature makes. */
export type Claimed = { mediaType: string; takenAt: Date; position: Position | null; code: string | null }

/** m: a camera that measures for itself agrees with the phone's own position better than this. */
const APART = 200
const TIME_MS = 10 * 60_000
const METRES_A_DEGREE = 111_320

/** @param head the front of the file, with its EXIF @param tail its last bytes */
export function pictureDoubts(claimed: Claimed, head: Uint8Array, tail: Uint8Array): PictureDoubt[] {
  const kind = pictureKind(head)
  if (!kind) return ['no-picture']
  const found: PictureDoubt[] = kind === sameName(claimed.mediaType) ? [] : ['other-format']
  if (kind !== 'image/jpeg') return found
  if (isCutOff(tail)) found.push('cut-off')
  const { place, takenAt, code } = readExif(head)
  if (place && claimed.position && metres(place, claimed.position) > APART) found.push('exif-place')
  if (takenAt && Math.abs(takenAt.getTime() - claimed.takenAt.getTime()) > TIME_MS) found.push('exif-time')
  // Codes of ours are 16 digits; what cameras write there is longer, or no number.
  if (code && /^[0-9a-f]{16}$/.test(code) && code !== claimed.code) found.push('other-code')
  return found
}

const sameName = (mediaType: string) =>
  mediaType === 'image/jpg' ? 'image/jpeg' : mediaType.replace('image/heif', 'image/heic')

const metres = (a: Position, b: Position) =>
  METRES_A_DEGREE * Math.hypot((a[0] - b[0]) * Math.cos((b[1] * Math.PI) / 180), a[1] - b[1])
