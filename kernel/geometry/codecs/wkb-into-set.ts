import type { SetBuilder } from '../flat/set-builder.ts'
import { WkbError } from './wkb.ts'

const EWKB_Z = 0x80000000
const EWKB_M = 0x40000000
const EWKB_SRID = 0x20000000
const POLYGON = 3
const MULTI_POLYGON = 6

/**
 * Adds the Polygon or MultiPolygon in these bytes (ISO WKB or EWKB, either byte order) as the next feature of a set,
 * without any object on the way. Z and M are passed over.
 * @throws WkbError for bytes that are no such thing, RangeError when a coordinate is not finite; the builder is then spent
 */
export function addWkb(builder: SetBuilder, bytes: Uint8Array): void {
  const end = addWkbAt(builder, bytes, 0)
  if (end !== bytes.byteLength) throw new WkbError('trailing', end)
}

/** As `addWkb`, of a geometry that begins at a place among more bytes. Returns where it ends. */
export function addWkbAt(builder: SetBuilder, bytes: Uint8Array, at: number): number {
  const reader = new Reader(bytes, at)
  builder.beginFeature()
  const kind = reader.header()
  if (kind === POLYGON) reader.polygon(builder)
  else if (kind === MULTI_POLYGON) {
    for (let parts = reader.count(9); parts > 0; parts--) {
      if (reader.header() !== POLYGON) throw new WkbError('type', reader.offset)
      reader.polygon(builder)
    }
  } else throw new WkbError('type', reader.offset)
  builder.endFeature()
  return reader.offset
}

class Reader {
  offset: number
  readonly #view: DataView
  #littleEndian = true
  #ordinates = 2

  constructor(bytes: Uint8Array, at: number) {
    this.offset = at
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  /** The kind of geometry; what follows is read in its byte order and with its ordinates. */
  header(): number {
    this.#need(5)
    const order = this.#view.getUint8(this.offset)
    if (order > 1) throw new WkbError('byte-order', this.offset)
    this.#littleEndian = order === 1
    const word = this.#view.getUint32(this.offset + 1, this.#littleEndian)
    const plain = word & 0x0fffffff
    const iso = Math.floor(plain / 1000)
    if (iso > 3) throw new WkbError('type', this.offset + 1)
    const hasZ = (word & EWKB_Z) !== 0 || iso === 1 || iso === 3
    const hasM = (word & EWKB_M) !== 0 || iso === 2 || iso === 3
    this.#ordinates = 2 + Number(hasZ) + Number(hasM)
    this.offset += 5
    if ((word & EWKB_SRID) !== 0) {
      this.#need(4)
      this.offset += 4
    }
    return plain % 1000
  }

  /** A number of things of at least so many bytes; checked against what is left, so that a forged one costs nothing. */
  count(leastBytes: number): number {
    this.#need(4)
    const count = this.#view.getUint32(this.offset, this.#littleEndian)
    this.offset += 4
    this.#need(count * leastBytes)
    return count
  }

  polygon(builder: SetBuilder): void {
    builder.beginPart()
    const step = 8 * this.#ordinates
    for (let rings = this.count(4); rings > 0; rings--) {
      const vertices = this.count(step)
      const { data, at } = builder.ringRoom(vertices)
      for (let i = 0, from = this.offset; i < vertices; i++, from += step) {
        data[at + 2 * i] = this.#view.getFloat64(from, this.#littleEndian)
        data[at + 2 * i + 1] = this.#view.getFloat64(from + 8, this.#littleEndian)
      }
      this.offset += vertices * step
      builder.endRing(vertices)
    }
  }

  #need(bytes: number): void {
    if (this.offset + bytes > this.#view.byteLength) throw new WkbError('truncated', this.offset)
  }
}
