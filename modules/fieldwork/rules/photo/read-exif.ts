import type { Position } from '../../../../kernel/geometry/types.ts'

/** What the EXIF of a JPEG says of where and when it was taken, and its unique identifier. */
export type ReadExif = { place?: Position; takenAt?: Date; code?: string }

type Reader = { view: DataView; little: boolean }
type Field = { type: number; count: number; at: number }
const WIDTHS: Record<number, number> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8 }

/**
 * Reads the first EXIF segment (CIPA DC-008) of the front of a JPEG, in either byte order. What is broken or missing is left out: nothing that
 * somebody else wrote may stop a photo.
 */
export function readExif(jpeg: Uint8Array): ReadExif {
  try {
    const tiff = exifOf(jpeg)
    return tiff ? factsIn(tiff) : {}
  } catch (error) {
    if (error instanceof RangeError) return {}
    throw error
  }
}

function exifOf(jpeg: Uint8Array): Reader | undefined {
  let at = 2
  while (jpeg[at] === 0xff && jpeg[at + 1] !== 0xda && at + 4 <= jpeg.length) {
    const length = jpeg[at + 2]! * 256 + jpeg[at + 3]!
    const body = jpeg.subarray(at + 4, at + 2 + length)
    if (jpeg[at + 1] === 0xe1 && String.fromCharCode(...body.subarray(0, 6)) === 'Exif\0\0') {
      const tiff = body.subarray(6)
      return { view: new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength), little: tiff[0] === 0x49 }
    }
    at += 2 + length
  }
  return undefined
}

function factsIn(tiff: Reader): ReadExif {
  const main = directory(tiff, tiff.view.getUint32(4, tiff.little))
  const pointed = (tag: number) => (main.has(tag) ? directory(tiff, numbers(tiff, main.get(tag))[0]!) : new Map())
  const [exif, gps] = [pointed(0x8769), pointed(0x8825)]
  const [place, takenAt, code] = [placeIn(tiff, gps), timeIn(tiff, exif), text(tiff, exif.get(0xa420))]
  return { ...(place && { place }), ...(takenAt && { takenAt }), ...(code && { code }) }
}

function directory({ view, little }: Reader, at: number): Map<number, Field> {
  const entries = Array.from({ length: view.getUint16(at, little) }, (_, k): [number, Field] => {
    const entry = at + 2 + 12 * k
    const [type, count] = [view.getUint16(entry + 2, little), view.getUint32(entry + 4, little)]
    const isInside = (WIDTHS[type] ?? 1) * count <= 4
    return [
      view.getUint16(entry, little),
      { type, count, at: isInside ? entry + 8 : view.getUint32(entry + 8, little) },
    ]
  })
  return new Map(entries)
}

function numbers({ view, little }: Reader, field: Field | undefined): number[] {
  if (!field || field.count > 16) return []
  return Array.from({ length: field.count }, (_, k) => {
    const at = field.at + k * (WIDTHS[field.type] ?? 1)
    if (field.type === 3) return view.getUint16(at, little)
    if (field.type === 4) return view.getUint32(at, little)
    return view.getUint32(at, little) / view.getUint32(at + 4, little)
  })
}

function text({ view }: Reader, field: Field | undefined): string {
  if (!field || field.count > 200) return ''
  const bytes = Uint8Array.from({ length: field.count }, (_, k) => view.getUint8(field.at + k))
  return new TextDecoder().decode(bytes).replace(/\0.*$/s, '').trim()
}

function placeIn(tiff: Reader, gps: Map<number, Field>): Position | undefined {
  const angle = (reference: number, tag: number, negative: string) => {
    const [degrees = Number.NaN, minutes = 0, seconds = 0] = numbers(tiff, gps.get(tag))
    const value = degrees + (minutes || 0) / 60 + (seconds || 0) / 3600
    return text(tiff, gps.get(reference)) === negative ? -value : value
  }
  const place: Position = [angle(3, 4, 'W'), angle(1, 2, 'S')]
  return place.every(Number.isFinite) ? place : undefined
}

/** Only with its offset: without one nobody knows which hour is meant. */
function timeIn(tiff: Reader, exif: Map<number, Field>): Date | undefined {
  const [local, offset] = [text(tiff, exif.get(0x9003)), text(tiff, exif.get(0x9011))]
  const [day, hour] = local.split(' ')
  const at = new Date(`${day?.replaceAll(':', '-')}T${hour}${offset}`)
  return offset && !Number.isNaN(at.getTime()) ? at : undefined
}
