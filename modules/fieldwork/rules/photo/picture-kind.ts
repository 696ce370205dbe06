/** What bytes are by their first and last ones, whatever they are called. */
export type PictureKind = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/heic' | 'image/gif' | 'image/tiff'

const begins = (bytes: Uint8Array, at: number, text: string) =>
  [...text].every((letter, k) => bytes[at + k] === letter.charCodeAt(0))

/** Undefined: no picture a browser or a camera makes. @param head the first 16 bytes or more */
export function pictureKind(head: Uint8Array): PictureKind | undefined {
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'image/jpeg'
  if (head[0] === 0x89 && begins(head, 1, 'PNG\r\n')) return 'image/png'
  if (begins(head, 0, 'RIFF') && begins(head, 8, 'WEBP')) return 'image/webp'
  if (begins(head, 4, 'ftyp') && ['heic', 'heix', 'mif1', 'msf1', 'hevc'].some((brand) => begins(head, 8, brand)))
    return 'image/heic'
  if (begins(head, 0, 'GIF8')) return 'image/gif'
  return begins(head, 0, 'II*\0') || begins(head, 0, 'MM\0*') ? 'image/tiff' : undefined
}

const ENDINGS: Record<PictureKind, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'image/gif': 'gif',
  'image/tiff': 'tif',
}

/** The ending of a file of this media type; jpg for what is not known. */
export const endingOf = (mediaType: string): string => ENDINGS[mediaType as PictureKind] ?? 'jpg'

/** A JPEG whose end-of-image marker (ISO/IEC 10918-1 B.1.1.3) is missing. Cameras write a little behind it. @param tail its last bytes */
export function isCutOff(tail: Uint8Array): boolean {
  for (let at = tail.length - 2; at >= 0; at--) if (tail[at] === 0xff && tail[at + 1] === 0xd9) return false
  return true
}
