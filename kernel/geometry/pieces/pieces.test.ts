import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { prepareLayer } from '../areas/prepared-layer.ts'
import { facesWhere } from '../arrangement/overlay-faces.ts'
import { featureGeometry } from '../flat/feature-geometry.ts'
import { setOf } from '../flat/set-of.ts'
import { planarArea } from '../measures/planar-area.ts'
import { EASTING, NORTHING, plot, rectangle } from '../sample-geometries.testing.ts'
import { soundSet } from '../sound/sound-set.ts'
import type { MultiPolygon } from '../types.ts'
import { splitSets } from './split-sets.ts'

const piecesOf = (subject: MultiPolygon, layer: MultiPolygon[]) => {
  const { set, coverStart, covers } = splitSets(soundSet(setOf([subject])), prepareLayer(soundSet(setOf(layer))))
  return Array.from({ length: coverStart.length - 1 }, (_, i) => ({
    geometry: featureGeometry(set, i),
    inputs: Array.from(covers.subarray(coverStart[i], coverStart[i + 1])),
  }))
}

/** The same by drawing everything that there is, also what is far away. */
const byWholeArrangement = (subject: MultiPolygon, layer: MultiPolygon[]) =>
  facesWhere(
    [subject, ...layer].map((geometry, i) => ({ id: i - 1, geometry })),
    (covering) => covering[0] === 0,
  ).map(({ geometry, inputs }) => ({ geometry, inputs: inputs.slice(1) }))

test('pieces are those of the whole arrangement, vertex by vertex', () => {
  fc.assert(
    fc.property(plot, fc.array(plot, { maxLength: 8 }), (subject, layer) => {
      assert.deepEqual(piecesOf(subject, layer), byWholeArrangement(subject, layer))
    }),
    { numRuns: 1500 },
  )
})

test('a feature may come from far, go round, or lie inside', () => {
  const subject = rectangle(EASTING, NORTHING, EASTING + 100, NORTHING + 80)
  const at = (x: number, y: number): [number, number] => [EASTING + x, NORTHING + y]
  const layer: MultiPolygon[] = [
    // A frame that goes round the subject and does not cover it.
    [[...rectangle(EASTING - 500, NORTHING - 500, EASTING + 600, NORTHING + 600)[0]!, ...rectangle(EASTING - 1, NORTHING - 1, EASTING + 101, NORTHING + 81)[0]!]], // biome-ignore format: one row
    // All of it, with a pond.
    [[...rectangle(EASTING - 900, NORTHING - 900, EASTING + 900, NORTHING + 900)[0]!, ...rectangle(EASTING + 40, NORTHING + 30, EASTING + 50, NORTHING + 40)[0]!]], // biome-ignore format: one row
    // The pond, and an island in it.
    rectangle(EASTING + 40, NORTHING + 30, EASTING + 50, NORTHING + 40),
    rectangle(EASTING + 44, NORTHING + 34, EASTING + 46, NORTHING + 36),
    // A long wedge from the north-east that ends inside.
    [[[at(20, 20), at(4000, 2500), at(3900, 2600), at(20, 20)]]],
  ]
  assert.deepEqual(piecesOf(subject, layer), byWholeArrangement(subject, layer))
})

test('more features over one place than there are bits in a word', () => {
  const subject = rectangle(EASTING, NORTHING, EASTING + 100, NORTHING + 100)
  const layer = Array.from({ length: 70 }, (_, k) => rectangle(EASTING - 1, NORTHING - 1, EASTING + 50 + k / 2, NORTHING + 101)) // biome-ignore format: one row
  const pieces = piecesOf(subject, layer)
  assert.deepEqual(
    pieces.map(({ inputs }) => inputs.length),
    Array.from({ length: 71 }, (_, k) => 70 - k),
  )
  assert.deepEqual(pieces, byWholeArrangement(subject, layer))
})

test('a thousand islands in a subject are found, each once, and so is the sea', () => {
  const subject = rectangle(EASTING, NORTHING, EASTING + 1000, NORTHING + 1000)
  const layer = Array.from({ length: 1000 }, (_, k) => {
    const x = EASTING + 5 + (k % 40) * 24.7
    const y = NORTHING + 5 + Math.floor(k / 40) * 38.3
    return rectangle(x, y, x + 10, y + 10)
  })
  const pieces = piecesOf(subject, layer)
  const sea = pieces.find(({ inputs }) => inputs.length === 0)!
  assert.equal(pieces.length, 1001)
  assert.equal(sea.geometry[0]!.length, 1001)
  assert.ok(Math.abs(planarArea(sea.geometry) - 900_000) < 1e-6)
  assert.deepEqual(new Set(pieces.flatMap(({ inputs }) => inputs)).size, 1000)
})

test('a grid as fine as degrees need is as good', () => {
  const degrees = (geometry: MultiPolygon) =>
    geometry.map((part) =>
      part.map((ring) => ring.map(([x, y]): [number, number] => [(x - EASTING) / 1e5, (y - NORTHING) / 1e5])),
    )
  const subject = rectangle(EASTING, NORTHING, EASTING + 100, NORTHING + 80)
  const layer = [rectangle(EASTING + 30, NORTHING - 10, EASTING + 60, NORTHING + 90)]
  const { set } = splitSets(setOf([degrees(subject)]), prepareLayer(setOf(layer.map(degrees))), { cellsPerUnit: 1e9 })
  const areas = [0, 1].map((i) => planarArea(featureGeometry(set, i)) * 1e10)
  assert.deepEqual(
    areas.map((area) => Math.round(area)),
    [5600, 2400],
  )
})
