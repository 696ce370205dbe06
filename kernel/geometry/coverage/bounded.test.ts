import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { rectangle } from '../sample-geometries.testing.ts'
import type { MultiPolygon, Position } from '../types.ts'
import { checkCoverage } from './check-coverage.ts'

/** Seconds on a machine with other things to do; all of these take a tenth of it. */
const TIME = 20

const close = (corners: Position[]): MultiPolygon => [[[...corners, corners[0]!]]]

/** Rules with how often they are found, in bounded time. */
function rulesOf(geometries: MultiPolygon[]): Record<string, number> {
  const begun = performance.now()
  const issues = checkCoverage(
    geometries.map((geometry, id) => ({ id, geometry })),
    { acuteAngle: 0, narrowRatio: Infinity },
  )
  assert.ok(performance.now() - begun < 1000 * TIME)
  assert.ok(issues.every(({ measure, at }) => Number.isFinite(measure) && (!at || at.every(Number.isFinite))))
  return Object.fromEntries([...Map.groupBy(issues, ({ rule }) => rule)].map(([rule, all]) => [rule, all.length]))
}

/** Teeth of 1 m, as long as all of them are wide. */
const comb = (teeth: number): Position[] => [
  ...Array.from({ length: teeth }, (_, k): Position[] => [[2 * k, 0], [2 * k, 2 * teeth], [2 * k + 1, 2 * teeth], [2 * k + 1, 0]]).flat(), // biome-ignore format: one row
  [2 * teeth, -10],
  [-10, -10],
]

test('rings of 100 000 vertices are checked in time', () => {
  const circle = Array.from({ length: 1e5 }, (_, k): Position => {
    const angle = (2 * Math.PI * k) / 1e5
    return [36500000 + 1e4 * Math.cos(angle), 3600000 + 1e4 * Math.sin(angle)]
  })
  assert.deepEqual(rulesOf([close(circle)]), {})
  assert.deepEqual(rulesOf([close(comb(25_000))]), {})
  assert.deepEqual(rulesOf([close(comb(25_000).map(([x, y]): Position => [y, x]))]), {}) // biome-ignore format: one row
})

test('an edge with 50 000 vertices of its neighbour on it is no fault', () => {
  const many = Array.from({ length: 50_001 }, (_, k): Position => [k, 0])
  assert.deepEqual(rulesOf([rectangle(0, 0, 5e4, 100), close([...many, [5e4, -100], [0, -100]])]), {})
})

test('drawings that cannot be arranged are told of all the same', () => {
  const across = comb(1500).map(([x, y]): Position => [y, x])
  assert.deepEqual(rulesOf([close(comb(1500)), close(across)]), { overlap: 1 })
  const stack = Array.from({ length: 1200 }, (_, k) => rectangle(k, k, k + 1000, k + 1000))
  assert.ok(rulesOf(stack).overlap! > 1000)
  assert.deepEqual(rulesOf(Array.from({ length: 2000 }, () => rectangle(0, 0, 9, 9))), { duplicate: 1 })
})

test('numbers of any size and kind are checked or refused', () => {
  const number = fc.oneof(fc.double(), fc.constantFrom(0, -0, 1, 1e-9, 1e11, -1e11, 3e11, NaN, Infinity), fc.integer({ min: -9, max: 9 })) // biome-ignore format: one row
  const rings = fc.array(fc.array(fc.tuple(number, number), { maxLength: 7 }), { maxLength: 3 })
  fc.assert(
    fc.property(fc.array(fc.array(rings, { maxLength: 2 }), { maxLength: 4 }), (geometries) => {
      rulesOf(geometries as MultiPolygon[])
    }),
    { numRuns: 2000 },
  )
})
