import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { boundingBox, boxesMeet } from '../../../../../kernel/geometry/measures/bounding-box.ts'
import { containsPoint } from '../../../../../kernel/geometry/measures/contains-point.ts'
import type { Box, MultiPolygon, Position } from '../../../../../kernel/geometry/types.ts'
import type { ReferenceFeature, ReferenceField, Value } from './layout.ts'
import { memorySource, type RangeSource } from './read-pages.ts'
import { openReference } from './read-reference.ts'
import { ReferenceWriter } from './write-reference.ts'

// Function points: SH122 SH124 SH132
const EAST = 36_480_000
const NORTH = 3_650_000
const fields: ReferenceField[] = [
  { name: 'TBBH', alias: '图斑编号', type: 'text' },
  { name: 'TBMJ', alias: '图斑面积', type: 'number' },
]

/** A sliver of a rectangle with a hole, anywhere in a county; vertices on the 0.1 mm grid or off it. */
const shape = fc
  .record({
    x: fc.double({ min: 0, max: 50_000, noNaN: true }),
    y: fc.double({ min: 0, max: 50_000, noNaN: true }),
    width: fc.double({ min: 0.001, max: 500, noNaN: true }),
    height: fc.double({ min: 0.001, max: 500, noNaN: true }),
    isOnGrid: fc.boolean(),
  })
  .map(({ x, y, width, height, isOnGrid }): MultiPolygon => {
    const fit = (value: number) => (isOnGrid ? Math.round(value * 1e4) / 1e4 : value)
    const at = (u: number, v: number): Position => [fit(EAST + x + u * width), fit(NORTH + y + v * height)]
    const ring = (low: number, high: number): Position[] => [at(low, low), at(high, low), at(high, high), at(low, low)]
    return [[ring(0, 1), ring(0.2, 0.4).toReversed()]]
  })
const value: fc.Arbitrary<Value> = fc.oneof(
  fc.constant(null),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: 0, max: 1e8 }).map((hundredths) => hundredths / 100),
)
const features = fc.array(fc.record({ geometry: shape, TBBH: value, TBMJ: value, version: fc.nat(9) }), {
  maxLength: 90,
})

type Drawn = { geometry: MultiPolygon; TBBH: Value; TBMJ: Value; version: number }
const asFeatures = (drawn: readonly Drawn[]): ReferenceFeature[] =>
  drawn.map(({ geometry, version, TBBH, TBMJ }, k) => ({ id: k + 1, version, geometry, attributes: { TBBH, TBMJ } }))

function fileOf(all: readonly ReferenceFeature[]): Uint8Array {
  const writer = new ReferenceWriter('DLTB', fields)
  for (const one of all) writer.add(one)
  return writer.finish()
}

const byId = (a: ReferenceFeature, b: ReferenceFeature) => a.id - b.id

test('whatever was written comes back to the last bit, and a box finds what meets it and nothing else', () =>
  fc.assert(
    fc.asyncProperty(features, shape, async (drawn, about) => {
      const all = asFeatures(drawn)
      const file = await openReference(memorySource(fileOf(all)))
      const everywhere = await file.inBox([EAST - 1, NORTH - 1, EAST + 60_000, NORTH + 60_000])
      assert.deepEqual(everywhere.sort(byId), all)
      const [minX, minY, maxX, maxY] = boundingBox(about)
      const box: Box = [minX - 5000, minY - 5000, maxX + 5000, maxY + 5000]
      const wanted = all.filter(({ geometry }) => boxesMeet(boundingBox(geometry), box))
      assert.deepEqual((await file.inBox(box)).sort(byId), wanted)
    }),
    { numRuns: 60 },
  ))

test('a tap finds the parcels that cover it, also on their border', () =>
  fc.assert(
    fc.asyncProperty(features, async (drawn) => {
      const all = asFeatures(drawn)
      const file = await openReference(memorySource(fileOf(all)))
      for (const { geometry } of all.slice(0, 5)) {
        const place = geometry[0]![0]![0]!
        const wanted = all.filter((each) => containsPoint(each.geometry, place))
        assert.deepEqual((await file.at(place)).sort(byId), wanted)
      }
    }),
    { numRuns: 30 },
  ))

test('the order features come in does not change the file', () => {
  const drawn = fc.sample(features, { numRuns: 1, seed: 7 })[0]!
  const all = asFeatures(drawn.map((each, k) => ({ ...each, TBBH: `地块${k % 3}`, TBMJ: k })))
  const [one, other] = [all, all.toReversed()].map((some) => openReference(memorySource(fileOf(some))))
  return Promise.all([one, other]).then(async ([a, b]) => {
    const box: Box = [EAST, NORTH, EAST + 60_000, NORTH + 60_000]
    assert.deepEqual(await a!.inBox(box), await b!.inBox(box))
  })
})

test('a file that ends too early is told from a whole one', async () => {
  const bytes = fileOf(asFeatures(fc.sample(features, { numRuns: 1, seed: 3 })[0]!))
  for (const length of [0, 5, 63, 64, bytes.length - 1])
    await assert.rejects(openReference(memorySource(bytes.slice(0, length))))
  await assert.rejects(openReference(memorySource(new Uint8Array(200))), RangeError)
})

test('a tap in a large file reads a few pages of it, not the file', async () => {
  const side = 200
  const writer = new ReferenceWriter('DLTB', fields)
  for (let k = 0; k < side * side; k++) {
    const [x, y] = [EAST + 20 * (k % side), NORTH + 20 * Math.floor(k / side)]
    const ring: Position[] = [[x, y], [x + 20, y], [x + 20, y + 20], [x, y + 20], [x, y]] // biome-ignore format: one row
    writer.add({ id: k + 1, version: 1, geometry: [[ring]], attributes: { TBBH: String(k), TBMJ: 400 } })
  }
  const bytes = writer.finish()
  let read = 0
  const counted: RangeSource = {
    size: bytes.length,
    async read(at, length) {
      read += length
      return bytes.slice(at, at + length)
    },
  }
  const file = await openReference(counted)
  read = 0
  const found = await file.at([EAST + 20 * 77 + 3, NORTH + 20 * 111 + 9])
  assert.deepEqual(
    found.map(({ attributes }) => attributes.TBBH),
    [String(111 * side + 77)],
  )
  assert.ok(read < 0.15 * bytes.length, `${read} of ${bytes.length} bytes`)
})
