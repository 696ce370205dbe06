import { toHex } from '../../../../kernel/crypto/bytes.ts'
import { magneticOf } from '../magnetic/turn.ts'
import type { Shot } from './shot.ts'
import { type Entry, ifd, text, unsigned } from './tiff.ts'

const EXIF_POINTER = 0x8769
const GPS_POINTER = 0x8825

/**
 * The bytes of a JPEG with what is known of the shot in its EXIF (CIPA DC-008 2.32), in place of any it had: parts for a Blob,
 * so that the picture itself is not copied. Angles are kept to a hundredth of a degree, seconds of arc to a millionth.
 * @throws RangeError when the bytes are not a JPEG
 */
export function withExif(jpeg: Uint8Array, shot: Shot): Uint8Array[] {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) throw new RangeError('not a JPEG')
  return [jpeg.subarray(0, 2), segmentOf(shot), jpeg.subarray(endOfOldExif(jpeg))]
}

/** SHA-256 (hexadecimal) of a JPEG as it was before EXIF was written into it: the same on the phone and on the server. */
export async function pictureDigest(jpeg: Uint8Array): Promise<string> {
  const picture = jpeg.subarray(endOfOldExif(jpeg)) as Uint8Array<ArrayBuffer>
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', picture)))
}

/** APP0 (JFIF) and EXIF segments at the front are left out: the standard wants ours right behind the first marker. */
export function endOfOldExif(jpeg: Uint8Array): number {
  let at = 2
  while (jpeg[at] === 0xff && (jpeg[at + 1] === 0xe0 || jpeg[at + 1] === 0xe1))
    at += 2 + jpeg[at + 2]! * 256 + jpeg[at + 3]!
  return at
}

function segmentOf(shot: Shot): Uint8Array {
  const head = [...new TextEncoder().encode('Exif\0\0MM\0*'), 0, 0, 0, 8]
  const image = imageEntries(shot)
  const exif = exifEntries(shot)
  const gps = gpsEntries(shot)
  const start = 8
  const size = (entries: Entry[]) => ifd(entries, 0).length
  const pointers = (first: number, second: number) => [unsigned(EXIF_POINTER, first), unsigned(GPS_POINTER, second)]
  const exifAt = start + size([...image, ...pointers(0, 0)])
  const gpsAt = exifAt + size(exif)
  const body = [...ifd([...image, ...pointers(exifAt, gpsAt)], start), ...ifd(exif, exifAt), ...ifd(gps, gpsAt)]
  const length = 2 + head.length + body.length
  if (length > 0xffff) throw new RangeError('the description is too long for EXIF')
  return Uint8Array.from([0xff, 0xe1, length >> 8, length & 0xff, ...head, ...body])
}

const UPRIGHT = 1
const imageEntries = ({ description, person }: Shot): Entry[] => [
  ...(description ? [text(0x010e, description)] : []),
  { tag: 0x0112, type: 'short', values: [UPRIGHT] },
  text(0x0131, 'Yutu'),
  text(0x013b, person),
]

/** Beijing time: what people who look at the photo expect to read, with its offset beside it. */
function exifEntries({ takenAt, code, focalLength, ...shot }: Shot): Entry[] {
  const local = new Date(takenAt.getTime() + 8 * 3_600_000).toISOString()
  const time = local.slice(0, 19).replaceAll('-', ':').replace('T', ' ')
  return [
    { tag: 0x9000, type: 'undefined', values: [...new TextEncoder().encode('0232')] },
    text(0x9003, time),
    text(0x9011, '+08:00'),
    text(0x9291, local.slice(20, 23)),
    { tag: 0x9286, type: 'undefined', values: [...new TextEncoder().encode(`ASCII\0\0\0${leaning(shot)}`)] },
    ...(focalLength ? [{ tag: 0xa405, type: 'short' as const, values: [Math.round(focalLength)] }] : []),
    text(0xa420, code),
  ]
}

/** What EXIF has no tags for; with a declination also what the compass told: GB/T 37149 knows both norths. */
function leaning({
  pitch,
  roll,
  azimuth,
  declination,
}: Pick<Shot, 'pitch' | 'roll' | 'azimuth' | 'declination'>): string {
  const magnetic =
    declination === undefined ? '' : `;magnetic=${magneticOf(azimuth, declination)};declination=${declination}`
  return `pitch=${pitch};roll=${roll}${magnetic}`
}

function gpsEntries({ takenAt, position: [longitude, latitude], altitude, accuracy, azimuth, north }: Shot): Entry[] {
  const at = takenAt.toISOString()
  return [
    { tag: 0, type: 'byte', values: [2, 3, 0, 0] },
    text(1, latitude < 0 ? 'S' : 'N'),
    { tag: 2, type: 'rational', values: degrees(latitude) },
    text(3, longitude < 0 ? 'W' : 'E'),
    { tag: 4, type: 'rational', values: degrees(longitude) },
    ...(altitude === undefined ? [] : altitudeEntries(altitude)),
    {
      tag: 7,
      type: 'rational',
      values: [at.slice(11, 13), at.slice(14, 16), at.slice(17, 19)].flatMap((part) => [Number(part), 1]),
    },
    text(16, north),
    { tag: 17, type: 'rational', values: [Math.round(azimuth * 100) % 36_000, 100] },
    text(18, 'WGS-84'),
    text(29, at.slice(0, 10).replaceAll('-', ':')),
    { tag: 31, type: 'rational', values: [Math.round(accuracy * 100), 100] },
  ]
}

const altitudeEntries = (altitude: number): Entry[] => [
  { tag: 5, type: 'byte', values: [altitude < 0 ? 1 : 0] },
  { tag: 6, type: 'rational', values: [Math.round(Math.abs(altitude) * 100), 100] },
]

/** Degrees, minutes and millionths of a second, each as a fraction. */
function degrees(angle: number): number[] {
  const parts = Math.round(Math.abs(angle) * 3600e6)
  return [Math.floor(parts / 3600e6), 1, Math.floor(parts / 60e6) % 60, 1, parts % 60e6, 1e6]
}
