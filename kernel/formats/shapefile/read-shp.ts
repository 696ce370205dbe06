import type { Position, Ring } from '../../geometry/types.ts'
import { invalid, Refusal } from '../../problems/problem.ts'
import type { Finding } from '../delivery.ts'

export type Shape =
  | { kind: 'null' }
  | { kind: 'polygon'; rings: Ring[]; extra: '' | 'Z' | 'M' }
  | { kind: 'other'; type: string }
  | { kind: 'damaged'; reason: string }

const HEADER_BYTES = 100
const TYPES: Record<number, string> = {
  0: 'Null',
  1: 'Point',
  3: 'PolyLine',
  5: 'Polygon',
  8: 'MultiPoint',
  11: 'PointZ',
  13: 'PolyLineZ',
  15: 'PolygonZ',
  18: 'MultiPointZ',
  21: 'PointM',
  23: 'PolyLineM',
  25: 'PolygonM',
  28: 'MultiPointM',
  31: 'MultiPatch',
}
const POLYGONS: Record<number, '' | 'Z' | 'M'> = { 5: '', 15: 'Z', 25: 'M' }

const shapeTypeName = (type: number) => TYPES[type] ?? String(type)

/** Where one record's content lies, in bytes. */
type Place = { offset: number; length: number }

/** Follows the record headers from the front; undefined when they do not lead to the end of the file. */
function scan(shp: Buffer, end: number): Place[] | undefined {
  const places: Place[] = []
  let at = HEADER_BYTES
  while (at + 8 <= end) {
    const length = shp.readInt32BE(at + 4) * 2
    if (length < 4 || at + 8 + length > end) return undefined
    places.push({ offset: at + 8, length })
    at += 8 + length
  }
  return at === end ? places : undefined
}

/** The index file's places; undefined when one of them does not lie on a record. */
function indexed(shp: Buffer, shx: Buffer): Place[] | undefined {
  if (shx.length < HEADER_BYTES || (shx.length - HEADER_BYTES) % 8 !== 0) return undefined
  const places: Place[] = []
  for (let at = HEADER_BYTES; at < shx.length; at += 8) {
    const offset = shx.readInt32BE(at) * 2
    const length = shx.readInt32BE(at + 4) * 2
    if (offset < HEADER_BYTES || length < 4 || offset + 8 + length > shp.length) return undefined
    if (shp.readInt32BE(offset + 4) * 2 !== length) return undefined
    places.push({ offset: offset + 8, length })
  }
  return places
}

function header(shp: Buffer): { type: number; end: number } {
  if (shp.length < HEADER_BYTES)
    throw new Refusal(invalid('formats.shp.truncated', { stated: HEADER_BYTES, found: shp.length }))
  if (shp.readInt32BE(0) !== 9994) throw new Refusal(invalid('formats.shp.not-a-shapefile'))
  const end = shp.readInt32BE(24) * 2
  if (end > shp.length) throw new Refusal(invalid('formats.shp.truncated', { stated: end, found: shp.length }))
  return { type: shp.readInt32LE(32), end: Math.max(end, HEADER_BYTES) }
}

const badParts = (parts: number[], points: number) =>
  parts.some((first, index) => first >= points || first < 0 || (index === 0 ? first !== 0 : first <= parts[index - 1]!))

function readPolygon(shp: Buffer, { offset, length }: Place, extra: '' | 'Z' | 'M'): Shape {
  if (length < 44) return { kind: 'damaged', reason: 'too short' }
  const partCount = shp.readInt32LE(offset + 36)
  const points = shp.readInt32LE(offset + 40)
  if (partCount < 0 || points < 0 || 44 + partCount * 4 + points * 16 > length)
    return { kind: 'damaged', reason: 'counts' }
  if (partCount === 0 || points === 0) return { kind: 'null' }
  const parts = Array.from({ length: partCount }, (_, index) => shp.readInt32LE(offset + 44 + index * 4))
  if (badParts(parts, points)) return { kind: 'damaged', reason: 'parts' }
  const first = offset + 44 + partCount * 4
  const rings = parts.map((from, index) => {
    const ring: Ring = []
    for (let i = from; i < (parts[index + 1] ?? points); i++) {
      const position: Position = [shp.readDoubleLE(first + i * 16), shp.readDoubleLE(first + i * 16 + 8)]
      ring.push(position)
    }
    return ring
  })
  return { kind: 'polygon', rings, extra }
}

function readShape(shp: Buffer, place: Place): Shape {
  const type = shp.readInt32LE(place.offset)
  if (type === 0) return { kind: 'null' }
  const extra = POLYGONS[type]
  return extra === undefined ? { kind: 'other', type: shapeTypeName(type) } : readPolygon(shp, place, extra)
}

/**
 * Reads every record of a .shp. `expected` is the number of table rows; the index is believed when it fits both the
 * records and that number, otherwise it is rebuilt from the records and that is reported. Refuses a cut file and a
 * number of shapes that differs from the number of rows, because nothing then says which row belongs to which shape.
 */
export function readShp(
  shp: Buffer,
  shx: Buffer | undefined,
  expected: number | undefined,
): { type: string; shapes: Shape[]; findings: Finding[] } {
  const { type, end } = header(shp)
  const fromIndex = shx && indexed(shp, shx)
  const fits = (places: Place[] | undefined) =>
    places !== undefined && (expected === undefined || places.length === expected)
  const fromRecords = scan(shp, end)
  const places = fits(fromIndex) ? fromIndex : fits(fromRecords) ? fromRecords : undefined
  if (!places) {
    const found = fromIndex ?? fromRecords
    if (!found) throw new Refusal(invalid('formats.shp.truncated', { stated: end, found: shp.length }))
    throw new Refusal(invalid('formats.shp.count-mismatch', { shapes: found.length, records: expected ?? 0 }))
  }
  const rebuilt = places !== fromIndex
  return {
    type: shapeTypeName(type),
    shapes: places.map((place) => readShape(shp, place)),
    findings: rebuilt
      ? [{ code: shx ? 'formats.shx.repaired' : 'formats.shx.rebuilt', params: { shapes: places.length } }]
      : [],
  }
}
