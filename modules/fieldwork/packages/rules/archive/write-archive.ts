import { gzipSync } from 'fflate'
import { ByteWriter } from '../byte-writer.ts'
import { hilbertPlace } from '../hilbert.ts'

/** Tile types of the format. */
export const MVT = 1
export const PNG = 2
export const JPEG = 3
export const WEBP = 4
const UNCOMPRESSED = 1
const GZIP = 2

/** A root directory longer than this is cut into leaves: readers fetch 16 KB at once. */
const ROOT_BYTES = 16_384 - 127
const LEAF_ENTRIES = 4096

export type ArchiveFacts = {
  type: number
  /** West, south, east, north in degrees. */
  bounds: [number, number, number, number]
  metadata: Record<string, unknown>
}
type Entry = { id: number; offset: number; length: number; run: number }

/** The number of a tile in the whole pyramid: those of all wider zooms come before it. */
export const tileId = (z: number, x: number, y: number): number =>
  z === 0 ? 0 : (4 ** z - 1) / 3 + hilbertPlace(z, x, y)

/**
 * Tiles in one file that is read by range: PMTiles 3. Tiles lie in the order of their numbers; the same bytes are kept once.
 * Vector tiles are compressed, pictures are already. Given the same tiles, the same bytes.
 */
export class ArchiveWriter {
  readonly #facts: ArchiveFacts
  readonly #tiles = new Map<number, Uint8Array>()
  #zooms: [number, number] = [30, 0]

  constructor(facts: ArchiveFacts) {
    this.#facts = facts
  }

  get count(): number {
    return this.#tiles.size
  }

  add(z: number, x: number, y: number, bytes: Uint8Array): void {
    this.#zooms = [Math.min(this.#zooms[0], z), Math.max(this.#zooms[1], z)]
    this.#tiles.set(tileId(z, x, y), this.#facts.type === MVT ? gzipSync(bytes, { mtime: 0 }) : bytes)
  }

  finish(): Uint8Array<ArrayBuffer> {
    const { data, entries, contents } = layOut(this.#tiles)
    const { root, leaves } = directories(entries)
    const metadata = gzipSync(new TextEncoder().encode(JSON.stringify(this.#facts.metadata)), { mtime: 0 })
    const lengths = [root.length, metadata.length, leaves.length, data.length]
    const counts = [this.#tiles.size, entries.length, contents]
    const out = new ByteWriter()
    writeHead(out, this.#facts, this.#zooms, lengths, counts)
    for (const part of [root, metadata, leaves, data]) out.bytes(part)
    return out.finish()
  }
}

function layOut(tiles: ReadonlyMap<number, Uint8Array>) {
  const data = new ByteWriter()
  const known = new Map<string, number>()
  const entries: Entry[] = []
  for (const id of [...tiles.keys()].sort((a, b) => a - b)) {
    const bytes = tiles.get(id)!
    const key = keyOf(bytes)
    const offset = known.get(key) ?? data.length
    const last = entries.at(-1)
    if (last && last.offset === offset && last.length === bytes.length && last.id + last.run === id) last.run++
    else entries.push({ id, offset, length: bytes.length, run: 1 })
    if (known.has(key)) continue
    known.set(key, offset)
    data.bytes(bytes)
  }
  return { data: data.finish(), entries, contents: known.size }
}

const latin = new TextDecoder('latin1')
/** Pictures of the same bytes are the same picture: short ones (sea, nothing) repeat, long ones hardly do. */
const keyOf = (bytes: Uint8Array) => latin.decode(bytes)

function directories(entries: readonly Entry[]): { root: Uint8Array; leaves: Uint8Array } {
  const whole = directory(entries)
  if (whole.length <= ROOT_BYTES) return { root: whole, leaves: new Uint8Array() }
  const leaves = new ByteWriter()
  const named: Entry[] = []
  for (let from = 0; from < entries.length; from += LEAF_ENTRIES) {
    const some = entries.slice(from, from + LEAF_ENTRIES)
    const leaf = directory(some)
    // A run of none says: look further in a leaf.
    named.push({ id: some[0]!.id, offset: leaves.length, length: leaf.length, run: 0 })
    leaves.bytes(leaf)
  }
  return { root: directory(named), leaves: leaves.finish() }
}

function directory(entries: readonly Entry[]): Uint8Array {
  const out = new ByteWriter()
  out.varint(entries.length)
  for (const [k, { id }] of entries.entries()) out.varint(id - (entries[k - 1]?.id ?? 0))
  for (const { run } of entries) out.varint(run)
  for (const { length } of entries) out.varint(length)
  for (const [k, { offset }] of entries.entries()) {
    const last = entries[k - 1]
    out.varint(last && offset === last.offset + last.length ? 0 : offset + 1)
  }
  return gzipSync(out.finish(), { mtime: 0 })
}

function writeHead(
  out: ByteWriter,
  { type, bounds }: ArchiveFacts,
  [minZoom, maxZoom]: [number, number],
  lengths: readonly number[],
  counts: readonly number[],
): void {
  const long = (value: number) => {
    out.uint32(value % 2 ** 32)
    out.uint32(Math.floor(value / 2 ** 32))
  }
  out.bytes(new TextEncoder().encode('PMTiles'))
  out.byte(3)
  let at = 127
  for (const length of lengths) {
    long(at)
    long(length)
    at += length
  }
  for (const count of counts) long(count)
  out.byte(1)
  out.byte(GZIP)
  out.byte(type === MVT ? GZIP : UNCOMPRESSED)
  out.byte(type)
  out.byte(minZoom)
  out.byte(maxZoom)
  const [west, south, east, north] = bounds
  const degrees = (value: number) => out.uint32(Math.round(value * 1e7) >>> 0)
  for (const side of [west, south, east, north]) degrees(side)
  out.byte(minZoom)
  degrees((west + east) / 2)
  degrees((south + north) / 2)
}
