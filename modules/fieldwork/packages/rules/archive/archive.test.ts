import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { PMTiles, zxyToTileId } from 'pmtiles'
import { ArchiveWriter, MVT, PNG, tileId } from './write-archive.ts'

// Function points: SH132
const place = fc
  .integer({ min: 0, max: 20 })
  .chain((z) => fc.record({ z: fc.constant(z), x: fc.nat(2 ** z - 1), y: fc.nat(2 ** z - 1), fill: fc.nat(5) }))

const sourceOf = (bytes: Uint8Array) => ({
  getKey: () => 'memory',
  getBytes: async (offset: number, length: number) => ({ data: bytes.slice(offset, offset + length).buffer }),
})

test('tiles are numbered as the readers of the format number them', () =>
  fc.assert(fc.property(place, ({ z, x, y }) => assert.equal(tileId(z, x, y), zxyToTileId(z, x, y)))))

test('the reader of the format finds every tile with its bytes, and none that was not written', () =>
  fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(place, { selector: ({ z, x, y }) => `${z}/${x}/${y}`, minLength: 1 }),
      fc.boolean(),
      async (places, isVector) => {
        // biome-ignore format: one row
        const writer = new ArchiveWriter({ type: isVector ? MVT : PNG, bounds: [107, 32, 108, 33], metadata: { name: '底图' } })
        const bytesOf = (fill: number) => new Uint8Array(10 + fill).fill(fill)
        for (const { z, x, y, fill } of places) writer.add(z, x, y, bytesOf(fill))
        const archive = new PMTiles(sourceOf(writer.finish()))
        for (const { z, x, y, fill } of places)
          assert.deepEqual(new Uint8Array((await archive.getZxy(z, x, y))!.data), bytesOf(fill))
        const known = new Set(places.map(({ z, x, y }) => `${z}/${x}/${y}`))
        if (!known.has('3/1/2')) assert.equal(await archive.getZxy(3, 1, 2), undefined)
        assert.deepEqual(await archive.getMetadata(), { name: '底图' })
        const { minLon, maxLat, numAddressedTiles } = await archive.getHeader()
        assert.deepEqual([minLon, maxLat, numAddressedTiles], [107, 33, places.length])
      },
    ),
    { numRuns: 40 },
  ))

test('an archive of many tiles has leaf directories, and the same tiles give the same bytes', async () => {
  // Places that follow no rule: else a directory of thousands is a few bytes.
  const placeOf = (k: number): [number, number] => [Math.imul(k, 0x9e3779b1) >>> 18, k % 16_384]
  const tileOf = (k: number) => new Uint8Array(4 + ((k * 7919) % 251)).fill(k % 256).fill(k / 256, 0, 1)
  const make = (ids: number[]) => {
    const writer = new ArchiveWriter({ type: PNG, bounds: [107, 32, 108, 33], metadata: {} })
    for (const k of ids) writer.add(14, ...placeOf(k), tileOf(k))
    return writer.finish()
  }
  const ids = Array.from({ length: 20_000 }, (_, k) => k)
  const bytes = make(ids)
  assert.deepEqual(make(ids.toReversed()), bytes)
  const archive = new PMTiles(sourceOf(bytes))
  const { leafDirectoryLength } = await archive.getHeader()
  assert.ok(leafDirectoryLength! > 0)
  for (const k of [0, 7777, 19_999])
    assert.deepEqual(new Uint8Array((await archive.getZxy(14, ...placeOf(k)))!.data), tileOf(k))
})
