import type { MultiPolygon, Polygon, Position } from '../types.ts'

const EWKB_SRID = 0x20000000

type Pen = { view: DataView; offset: number }

function writeUint32(pen: Pen, value: number): void {
  pen.view.setUint32(pen.offset, value, true)
  pen.offset += 4
}

function writeHeader(pen: Pen, kind: number, srid?: number): void {
  pen.view.setUint8(pen.offset, 1)
  pen.offset += 1
  writeUint32(pen, srid === undefined ? kind : (kind | EWKB_SRID) >>> 0)
  if (srid !== undefined) writeUint32(pen, srid)
}

function writePositions(pen: Pen, positions: Position[]): void {
  writeUint32(pen, positions.length)
  for (const [x, y] of positions) {
    pen.view.setFloat64(pen.offset, x, true)
    pen.view.setFloat64(pen.offset + 8, y, true)
    pen.offset += 16
  }
}

function writePolygon(pen: Pen, polygon: Polygon): void {
  writeHeader(pen, 3)
  writeUint32(pen, polygon.length)
  for (const ring of polygon) writePositions(pen, ring)
}

const polygonBytes = (polygon: Polygon) => polygon.reduce((bytes, ring) => bytes + 4 + 16 * ring.length, 9)

/** A MultiPolygon as little-endian EWKB with its SRID, or plain ISO WKB without one. */
export function writeWkb(geometry: MultiPolygon, srid?: number): Uint8Array {
  const size = geometry.reduce((bytes, polygon) => bytes + polygonBytes(polygon), srid === undefined ? 9 : 13)
  const bytes = new Uint8Array(size)
  const pen = { view: new DataView(bytes.buffer), offset: 0 }
  writeHeader(pen, 6, srid)
  writeUint32(pen, geometry.length)
  for (const polygon of geometry) writePolygon(pen, polygon)
  return bytes
}
