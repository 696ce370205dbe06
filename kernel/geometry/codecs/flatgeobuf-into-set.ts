import type { SetBuilder } from '../flat/set-builder.ts'

/** Bytes that are no FlatGeobuf with polygons; `offset` is where reading stopped. */
export class FlatGeobufError extends Error {
  readonly code: 'magic' | 'truncated' | 'type'
  readonly offset: number
  constructor(code: FlatGeobufError['code'], offset: number) {
    super(`not readable as FlatGeobuf of polygons: ${code} at byte ${offset}`)
    this.name = 'FlatGeobufError'
    this.code = code
    this.offset = offset
  }
}

/** «fgb», version 3, twice; the last byte is the patch level. */
const MAGIC = [0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62]
const POLYGON = 3
const MULTI_POLYGON = 6
/** Places of the fields in their tables, in the order of the FlatGeobuf schema. */
const HEADER = { type: 2, count: 8, nodeSize: 9 } as const
const FEATURE_GEOMETRY = 0
const GEOMETRY = { ends: 0, xy: 1, type: 6, parts: 7 } as const
/** Four doubles and an offset. */
const NODE_BYTES = 40

/**
 * Adds the features of a FlatGeobuf (Polygon or MultiPolygon, version 3) to a set, in the order of the file, coordinates
 * straight from its vectors. Properties, the index and Z are passed over. A feature without geometry is an empty one.
 * @returns how many features there were
 * @throws FlatGeobufError, or RangeError when a coordinate is not finite; the builder is then spent
 */
export function addFlatGeobuf(builder: SetBuilder, bytes: Uint8Array): number {
  if (MAGIC.some((byte, i) => bytes[i] !== byte)) throw new FlatGeobufError('magic', 0)
  const view = new Tables(bytes)
  const header = view.root(8)
  const type = view.byte(header, HEADER.type)
  const nodeSize = view.short(header, HEADER.nodeSize, 16)
  let at = 12 + view.uint32(8) + indexBytes(view.count(header, HEADER.count), nodeSize)
  let features = 0
  for (; at < bytes.byteLength; at += 4 + view.uint32(at), features++) {
    builder.beginFeature()
    const geometry = view.table(view.root(at), FEATURE_GEOMETRY)
    if (geometry !== undefined) addGeometry(builder, view, geometry, type)
    builder.endFeature()
  }
  return features
}

/** A packed R-tree: levels of so many nodes each, from the features up to the root. */
function indexBytes(features: number, nodeSize: number): number {
  if (nodeSize < 2 || features === 0) return 0
  let [level, nodes] = [features, features]
  do {
    level = Math.ceil(level / nodeSize)
    nodes += level
  } while (level > 1)
  return nodes * NODE_BYTES
}

function addGeometry(builder: SetBuilder, view: Tables, geometry: number, ofLayer: number): void {
  const type = view.byte(geometry, GEOMETRY.type) || ofLayer
  const parts = view.vector(geometry, GEOMETRY.parts, 4)
  if (type === MULTI_POLYGON) {
    for (let k = 0; k < parts.length; k++) {
      const place = parts.at + 4 * k
      addPolygon(builder, view, place + view.uint32(place))
    }
  } else if (type === POLYGON) addPolygon(builder, view, geometry)
  else throw new FlatGeobufError('type', geometry)
}

/** `ends`: where rings end, in vertices; left out where there is one. */
function addPolygon(builder: SetBuilder, view: Tables, polygon: number): void {
  const xy = view.vector(polygon, GEOMETRY.xy, 8)
  const ends = view.vector(polygon, GEOMETRY.ends, 4)
  builder.beginPart()
  let from = 0
  for (let ring = 0; ring < Math.max(1, ends.length); ring++) {
    const to = ends.length > 0 ? view.uint32(ends.at + 4 * ring) : xy.length / 2
    if (to < from || 2 * to > xy.length) throw new FlatGeobufError('truncated', ends.at)
    const { data, at } = builder.ringRoom(to - from)
    for (let i = 0; i < 2 * (to - from); i++) data[at + i] = view.double(xy.at + 8 * (2 * from + i))
    builder.endRing(to - from)
    from = to
  }
}

/** FlatBuffers: tables whose fields are found through a list of offsets, little-endian throughout. */
class Tables {
  readonly #view: DataView

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  uint32(at: number): number {
    if (at + 4 > this.#view.byteLength) throw new FlatGeobufError('truncated', at)
    return this.#view.getUint32(at, true)
  }

  double(at: number): number {
    return this.#view.getFloat64(at, true)
  }

  /** The table of a buffer that begins with its length. */
  root(at: number): number {
    if (at + 4 + this.uint32(at) > this.#view.byteLength) throw new FlatGeobufError('truncated', at)
    return at + 4 + this.uint32(at + 4)
  }

  /** Where the value of a field stands; undefined where it is left out. */
  #field(table: number, field: number): number | undefined {
    if (table < 0 || table + 4 > this.#view.byteLength) throw new FlatGeobufError('truncated', table)
    const offsets = table - this.#view.getInt32(table, true)
    if (offsets < 0 || offsets + 4 > this.#view.byteLength) throw new FlatGeobufError('truncated', table)
    const place = 4 + 2 * field
    if (place + 2 > this.#view.getUint16(offsets, true)) return undefined
    if (offsets + place + 2 > this.#view.byteLength) throw new FlatGeobufError('truncated', offsets)
    const offset = this.#view.getUint16(offsets + place, true)
    if (offset === 0) return undefined
    if (table + offset + 8 > this.#view.byteLength + 4) throw new FlatGeobufError('truncated', table)
    return table + offset
  }

  byte(table: number, field: number): number {
    const at = this.#field(table, field)
    return at === undefined ? 0 : this.#view.getUint8(at)
  }

  short(table: number, field: number, otherwise: number): number {
    const at = this.#field(table, field)
    return at === undefined ? otherwise : this.#view.getUint16(at, true)
  }

  count(table: number, field: number): number {
    const at = this.#field(table, field)
    if (at === undefined) return 0
    if (at + 8 > this.#view.byteLength) throw new FlatGeobufError('truncated', at)
    return Number(this.#view.getBigUint64(at, true))
  }

  table(table: number, field: number): number | undefined {
    const at = this.#field(table, field)
    return at === undefined ? undefined : at + this.uint32(at)
  }

  /** A vector of so many things of so many bytes each, all within the file. */
  vector(table: number, field: number, each: number): { at: number; length: number } {
    const at = this.#field(table, field)
    if (at === undefined) return { at: 0, length: 0 }
    const start = at + this.uint32(at)
    const length = this.uint32(start)
    if (start + 4 + length * each > this.#view.byteLength) throw new FlatGeobufError('truncated', start)
    return { at: start + 4, length }
  }
}
