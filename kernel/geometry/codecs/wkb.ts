import type { MultiPolygon, Polygon, Position, Ring } from '../types.ts'

type Geometry =
  | { type: 'Point'; coordinates: Position }
  | { type: 'LineString'; coordinates: Position[] }
  | { type: 'Polygon'; coordinates: Polygon }
  | { type: 'MultiPolygon'; coordinates: MultiPolygon }

/** What was read, with the EWKB SRID where there was one, and which ordinates were left out because we work in the plane. */
export type WkbReading = Geometry & { srid?: number; leftOut?: 'Z' | 'M' | 'ZM' }

/** Bytes that are no WKB of the four types read here; `offset` is where reading stopped. */
export class WkbError extends Error {
  readonly code: 'truncated' | 'byte-order' | 'type' | 'trailing'
  readonly offset: number
  constructor(code: WkbError['code'], offset: number) {
    super(`not readable as WKB: ${code} at byte ${offset}`)
    this.name = 'WkbError'
    this.code = code
    this.offset = offset
  }
}

const EWKB_Z = 0x80000000
const EWKB_M = 0x40000000
const EWKB_SRID = 0x20000000

type Cursor = { view: DataView; offset: number }
type Header = { kind: number; littleEndian: boolean; ordinates: number; leftOut?: 'Z' | 'M' | 'ZM'; srid?: number }

function need(cursor: Cursor, bytes: number): void {
  if (cursor.offset + bytes > cursor.view.byteLength) throw new WkbError('truncated', cursor.offset)
}

function readUint32(cursor: Cursor, littleEndian: boolean): number {
  need(cursor, 4)
  const value = cursor.view.getUint32(cursor.offset, littleEndian)
  cursor.offset += 4
  return value
}

/** ISO (1001, 2001, 3001 …) and EWKB (flag bits) write the same things differently. */
function readHeader(cursor: Cursor): Header {
  need(cursor, 1)
  const order = cursor.view.getUint8(cursor.offset)
  if (order > 1) throw new WkbError('byte-order', cursor.offset)
  cursor.offset += 1
  const littleEndian = order === 1
  const word = readUint32(cursor, littleEndian)
  const plain = word & 0x0fffffff
  const iso = Math.floor(plain / 1000)
  const hasZ = (word & EWKB_Z) !== 0 || iso === 1 || iso === 3
  const hasM = (word & EWKB_M) !== 0 || iso === 2 || iso === 3
  if (iso > 3) throw new WkbError('type', cursor.offset - 4)
  const leftOut = hasZ ? (hasM ? 'ZM' : 'Z') : hasM ? 'M' : undefined
  const srid = (word & EWKB_SRID) !== 0 ? readUint32(cursor, littleEndian) : undefined
  return { kind: plain % 1000, littleEndian, ordinates: 2 + Number(hasZ) + Number(hasM), leftOut, srid }
}

function readPosition(cursor: Cursor, { littleEndian, ordinates }: Header): Position {
  need(cursor, 8 * ordinates)
  const x = cursor.view.getFloat64(cursor.offset, littleEndian)
  const y = cursor.view.getFloat64(cursor.offset + 8, littleEndian)
  cursor.offset += 8 * ordinates
  return [x, y]
}

/** A count is checked against the bytes that are left before anything is made, so a forged one costs nothing. */
function readMany<T>(cursor: Cursor, header: Header, leastBytes: number, readOne: () => T): T[] {
  const count = readUint32(cursor, header.littleEndian)
  need(cursor, count * leastBytes)
  return Array.from({ length: count }, readOne)
}

function readPositions(cursor: Cursor, header: Header): Ring {
  return readMany(cursor, header, 8 * header.ordinates, () => readPosition(cursor, header))
}

function readPolygon(cursor: Cursor, header: Header): Polygon {
  return readMany(cursor, header, 4, () => readPositions(cursor, header))
}

function readPart(cursor: Cursor): Polygon {
  const header = readHeader(cursor)
  if (header.kind !== 3) throw new WkbError('type', cursor.offset)
  return readPolygon(cursor, header)
}

function readBody(cursor: Cursor, header: Header): Geometry {
  switch (header.kind) {
    case 1:
      return { type: 'Point', coordinates: readPosition(cursor, header) }
    case 2:
      return { type: 'LineString', coordinates: readPositions(cursor, header) }
    case 3:
      return { type: 'Polygon', coordinates: readPolygon(cursor, header) }
    case 6:
      return { type: 'MultiPolygon', coordinates: readMany(cursor, header, 9, () => readPart(cursor)) }
    default:
      throw new WkbError('type', cursor.offset)
  }
}

/**
 * Reads ISO WKB or EWKB, either byte order, of a Point, LineString, Polygon or MultiPolygon. Coordinates are taken as
 * they stand (an empty point is NaN, NaN): `repairPolygon` judges them.
 * @throws WkbError
 */
export function readWkb(bytes: Uint8Array): WkbReading {
  const cursor = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 }
  const header = readHeader(cursor)
  const geometry: WkbReading = readBody(cursor, header)
  if (cursor.offset !== bytes.byteLength) throw new WkbError('trailing', cursor.offset)
  if (header.srid !== undefined) geometry.srid = header.srid
  if (header.leftOut) geometry.leftOut = header.leftOut
  return geometry
}
