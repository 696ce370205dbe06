import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { ArchiveWriter, JPEG, MVT } from './write-archive.ts'

// A reader written from the PMTiles specification, version 3, alone: what any other program would find in a package.
type Entry = { id: number; offset: number; length: number; run: number }

function varints(bytes: Uint8Array): () => number {
  let at = 0
  return () => {
    let [value, factor] = [0, 1]
    for (;;) {
      const byte = bytes[at++]!
      value += (byte & 0x7f) * factor
      if (byte < 0x80) return value
      factor *= 128
    }
  }
}

/** §4.2: ids as differences, run lengths, lengths, offsets plus one; naught means right behind the one before. */
function directory(zipped: Uint8Array): Entry[] {
  const next = varints(gunzipSync(zipped))
  const entries = Array.from({ length: next() }, (): Entry => ({ id: 0, offset: 0, length: 0, run: 0 }))
  let id = 0
  for (const entry of entries) entry.id = id += next()
  for (const entry of entries) entry.run = next()
  for (const entry of entries) entry.length = next()
  for (const [k, entry] of entries.entries()) {
    const told = next()
    entry.offset = told === 0 ? entries[k - 1]!.offset + entries[k - 1]!.length : told - 1
  }
  return entries
}

const NUMBERS = ['root', 'rootLength', 'metadata', 'metadataLength', 'leaves', 'leavesLength', 'data', 'dataLength', 'addressed', 'entries', 'contents'] as const // biome-ignore format: one row

function opened(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  assert.equal(Buffer.from(bytes.subarray(0, 7)).toString(), 'PMTiles')
  assert.equal(bytes[7], 3)
  const head = Object.fromEntries(NUMBERS.map((name, k) => [name, Number(view.getBigUint64(8 + 8 * k, true))])) as Record<(typeof NUMBERS)[number], number> // biome-ignore format: one row
  const [clustered, internal, compression, type, minZoom, maxZoom] = bytes.subarray(96, 102)
  const degrees = [102, 106, 110, 114].map((at) => view.getInt32(at, true) / 1e7)
  const read = (from: number, length: number) => bytes.subarray(from, from + length)
  const leavesOf = (entries: Entry[]): Entry[] =>
    entries.flatMap((entry) =>
      entry.run > 0 ? [entry] : leavesOf(directory(read(head.leaves + entry.offset, entry.length))),
    )
  const entries = leavesOf(directory(read(head.root, head.rootLength)))
  const metadata = JSON.parse(gunzipSync(read(head.metadata, head.metadataLength)).toString())
  return { head, clustered, internal, compression, type, minZoom, maxZoom, degrees, entries, metadata, tile: ({ offset, length }: Entry) => read(head.data + offset, length) } // biome-ignore format: one row
}

/** §4.1: all tiles of wider zooms, then the way along the Hilbert curve of this one (x, y from the corner). */
function numberOf(z: number, x: number, y: number): number {
  let [number, left, top] = [0, x, y]
  for (let wider = 0; wider < z; wider++) number += 4 ** wider
  for (let side = 2 ** z / 2; side >= 1; side /= 2) {
    const [right, low] = [(left & side) > 0 ? 1 : 0, (top & side) > 0 ? 1 : 0]
    number += side * side * ((3 * right) ^ low)
    if (low === 0) {
      if (right === 1) [left, top] = [side - 1 - left, side - 1 - top]
      ;[left, top] = [top, left]
    }
  }
  return number
}

const bounds: [number, number, number, number] = [107.1, 32.9, 107.4, 33.2]
const bytesFor = (n: number) => new TextEncoder().encode(`tile ${n} ${createHash('sha256').update(`${n}`).digest('hex').slice(0, (n * 37) % 64)}`) // biome-ignore format: one row

test('A package of one tile, and one of fourteen thousand in leaves: every tile is found by its number and unpacks to what went in', () => {
  for (const side of [1, 120]) {
    const writer = new ArchiveWriter({ type: MVT, bounds, metadata: { name: '云溪' } })
    const put = new Map<number, string>()
    for (let k = 0; k < side * side; k++) {
      // Scattered, so that the directory does not shrink to nothing.
      const [x, y] = [20_000 + 3 * (k % side) + ((k * 7919) % 3), 13_000 + 2 * Math.floor(k / side)]
      // Every seventh is the sea: the same bytes.
      const bytes = k % 7 === 0 ? bytesFor(-1) : bytesFor(k)
      writer.add(15, x, y, bytes)
      put.set(numberOf(15, x, y), Buffer.from(bytes).toString())
    }
    const found = opened(writer.finish())
    assert.deepEqual([found.type, found.internal, found.compression, found.minZoom, found.maxZoom, found.clustered], [1, 2, 2, 15, 15, 1]) // biome-ignore format: one row
    assert.deepEqual([found.degrees, found.metadata.name], [bounds, '云溪'])
    assert.equal(found.head.leavesLength > 0, side > 1)
    assert.ok(found.head.root === 127 && found.head.root + found.head.rootLength <= 16_384, 'the root is read at once')
    const seen = new Map<number, string>()
    for (const entry of found.entries)
      for (let k = 0; k < entry.run; k++) seen.set(entry.id + k, gunzipSync(found.tile(entry)).toString())
    assert.deepEqual([...seen].toSorted(([a], [b]) => a - b), [...put].toSorted(([a], [b]) => a - b)) // biome-ignore format: one row
    const ids = found.entries.map(({ id }) => id)
    assert.deepEqual(
      ids,
      ids.toSorted((a, b) => a - b),
      'in the order of their numbers',
    )
    const contents = new Set(found.entries.map(({ offset }) => offset)).size
    assert.deepEqual([found.head.addressed, found.head.entries, found.head.contents], [put.size, found.entries.length, contents]) // biome-ignore format: one row
  }
})

test('Pictures lie as they are; parts stand one behind the other to the last byte', () => {
  const writer = new ArchiveWriter({ type: JPEG, bounds, metadata: {} })
  const picture = Uint8Array.from([0xff, 0xd8, 0xff, 0xd9])
  writer.add(0, 0, 0, picture)
  writer.add(3, 6, 3, picture)
  const bytes = writer.finish()
  const { head, type, compression, entries, tile } = opened(bytes)
  assert.deepEqual([type, compression], [3, 1])
  assert.deepEqual(entries.map((entry) => [entry.id, ...tile(entry)]), [0, numberOf(3, 6, 3)].map((id) => [id, ...picture])) // biome-ignore format: one row
  assert.deepEqual(
    [head.metadata, head.leaves, head.data, bytes.length],
    [
      127 + head.rootLength,
      head.metadata + head.metadataLength,
      head.leaves + head.leavesLength,
      head.data + head.dataLength,
    ],
  )
})
