import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { PolygonSet } from '../flat/polygon-set.ts'
import { SetBuilder } from '../flat/set-builder.ts'
import { boundingBox, boxesMeet } from '../measures/bounding-box.ts'
import { EASTING, NORTHING, rectangle } from '../sample-geometries.testing.ts'
import type { Box, MultiPolygon } from '../types.ts'
import { type BlockResult, checkBlock, endBlocks, placesToJoin } from './check-blocks.ts'
import { checkSet } from './check-set.ts'
import type { SetIssue } from './issue.ts'
import { startsInside } from './suspects.ts'

const LIMITS = { sliverArea: 10, narrowRatio: 4, acuteAngle: 10, minimumArea: () => 0 }
const REACH = 0.001

const setOf = (geometries: MultiPolygon[]): PolygonSet => {
  const builder = new SetBuilder()
  for (const geometry of geometries) builder.add(geometry)
  return builder.finish()
}

const meets = ([minX, minY, maxX, maxY]: Box, other: Box) =>
  boxesMeet([minX - REACH, minY - REACH, maxX + REACH, maxY + REACH], other)

/** Issues as text with the features named as in the whole layer. */
const named = (issues: SetIssue[], ids: number[]) =>
  issues.map(({ rule, measure, at, features }) => [rule, measure.toFixed(3), at?.map((v) => v.toFixed(3)), features.map((f) => ids[f])].join()) // biome-ignore format: one row

function inBlocks(layer: MultiPolygon[], blockOf: (feature: number) => number, blocks: number): string[] {
  const boxes = layer.map(boundingBox)
  const issues: string[] = []
  const results: BlockResult[] = []
  for (let block = 0; block < blocks; block++) {
    const own = boxes.filter((_, f) => blockOf(f) === block)
    const ids = [...layer.keys()].filter((f) => blockOf(f) === block || own.some((box) => meets(box, boxes[f]!)))
    const result = checkBlock(setOf(ids.map((f) => layer[f]!)), Uint8Array.from(ids, (f) => Number(blockOf(f) === block)), LIMITS) // biome-ignore format: one row
    issues.push(...named(result.issues, ids))
    results.push(result)
  }
  const places = placesToJoin(results)
  const ids = [...layer.keys()].filter((f) => places.some(({ box }) => meets(box, boxes[f]!)))
  const ends = endBlocks(setOf(ids.map((f) => layer[f]!)), places, LIMITS).filter(isEmptyOf(layer, ids))
  return [...issues, ...named(ends, ids)].sort()
}

/** Asked as endBlocks says: what features near places enclose may be the land of one that is near none. */
const isEmptyOf = (layer: MultiPolygon[], ids: number[]) => (issue: SetIssue) =>
  issue.rule !== 'gap' ||
  !layer.some(
    (geometry, f) => geometry.length > 0 && !ids.includes(f) && startsInside(setOf([geometry]), 0, issue.geometry!),
  )

const SIDE = 6

/** A layer of 6 × 6 patches of 20 m with patches missing, shifted, doubled, crossed and laid over. */
const layers = fc
  .array(fc.record({ k: fc.integer({ min: 0, max: SIDE * SIDE - 1 }), kind: fc.integer({ min: 0, max: 5 }), by: fc.integer({ min: 1, max: 30 }) }), { maxLength: 6 }) // biome-ignore format: one row
  .map((faults) => {
    const layer = Array.from({ length: SIDE * SIDE }, (_, k) => {
      const [x, y] = [EASTING + (k % SIDE) * 20, NORTHING + Math.floor(k / SIDE) * 20]
      return rectangle(x, y, x + 20, y + 20)
    })
    for (const { k, kind, by } of faults) {
      const [minX, minY, maxX, maxY] = boundingBox(layer[k]!)
      if (!Number.isFinite(minX)) continue
      if (kind === 0) layer[k] = []
      if (kind === 1) layer[k] = rectangle(minX + by / 10, minY, maxX + by / 10, maxY)
      if (kind === 2) layer.push(layer[k]!)
      if (kind === 3) layer.push(rectangle(minX + 3, minY + 3, minX + 3 + by * 2, minY + 3 + by))
      if (kind === 4) layer[k] = [[[[minX, minY], [maxX, maxY], [maxX, minY], [minX, maxY], [minX, minY]]]] // biome-ignore format: one row
      if (kind === 5) layer[k] = rectangle(minX, minY, maxX + 0.0004, maxY)
    }
    return layer
  })

test('block by block a layer has the very issues it has at once, each once', () => {
  fc.assert(
    fc.property(layers, fc.integer({ min: 1, max: 5 }), (layer, blocks) => {
      const columns = (feature: number) => Math.floor(((feature % SIDE) * blocks) / SIDE)
      const atOnce = named(checkSet(setOf(layer), LIMITS), [...layer.keys()])
      assert.deepEqual(inBlocks(layer, columns, blocks), atOnce.sort())
    }),
    { numRuns: 300 },
  )
})

test('patches near faults that lie all round a sound one make no gap of it', () => {
  const layer = Array.from({ length: SIDE * SIDE }, (_, k) => {
    const [x, y] = [EASTING + (k % SIDE) * 20, NORTHING + Math.floor(k / SIDE) * 20]
    return [7, 19, 27].includes(k) ? [] : rectangle(x, y, x + 20, y + 20)
  })
  layer[23] = rectangle(EASTING + 100.1, NORTHING + 60, EASTING + 120.1, NORTHING + 80)
  const [x, y] = [EASTING + 40, NORTHING]
  layer[2] = [[[[x, y], [x + 20, y + 20], [x + 20, y], [x, y + 20], [x, y]]]] // biome-ignore format: one row
  const atOnce = named(checkSet(setOf(layer), LIMITS), [...layer.keys()])
  assert.deepEqual(
    inBlocks(layer, () => 0, 1),
    atOnce.sort(),
  )
})

test('a gap that no block sees whole is told once', () => {
  const layer = Array.from({ length: 100 }, (_, k) => {
    const [x, y] = [EASTING + (k % 10) * 20, NORTHING + Math.floor(k / 10) * 20]
    return k % 10 > 0 && k % 10 < 9 && k >= 10 && k < 90 ? [] : rectangle(x, y, x + 20, y + 20)
  }).filter((geometry) => geometry.length > 0)
  const issues = inBlocks(layer, (feature) => feature % 7, 7)
  assert.equal(issues.length, 1)
  assert.match(issues[0]!, /^gap,25600\.000/)
})
