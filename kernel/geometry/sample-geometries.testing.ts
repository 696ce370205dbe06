import assert from 'node:assert/strict'
import fc from 'fast-check'
import { toCell } from './arrangement/grid.ts'
import { leftTurn } from './arrangement/orientation.ts'
import { perimeter } from './measures/perimeter.ts'
import { planarArea, signedRingArea } from './measures/planar-area.ts'
import { union } from './overlay/union.ts'
import type { MultiPolygon, Position } from './types.ts'

/** For tests only. A rectangle as a one-part geometry. */
export function rectangle(minX: number, minY: number, maxX: number, maxY: number): MultiPolygon {
  return [[[[minX, minY], [maxX, minY], [maxX, maxY], [minX, maxY], [minX, minY]]]] // biome-ignore format: one row
}

export const EASTING = 36478500
export const NORTHING = 3650553

/** Star-shaped simple plots up to 200 m across at 8-digit eastings, to a tenth of a millimetre, with or without a hole. */
export const plot: fc.Arbitrary<MultiPolygon> = fc
  .record({
    x: fc.integer({ min: 0, max: 2000000 }),
    y: fc.integer({ min: 0, max: 2000000 }),
    radii: fc.array(fc.double({ min: 0.3, max: 1, noNaN: true }), { minLength: 3, maxLength: 12 }),
    size: fc.double({ min: 1, max: 100, noNaN: true }),
    hole: fc.boolean(),
  })
  .map(({ x, y, radii, size, hole }) => {
    const ring = (scale: number) => {
      const corners = radii.map((radius, i): Position => {
        const angle = (2 * Math.PI * i) / radii.length
        return [
          gridded(EASTING + x / 1e4 + scale * size * radius * Math.cos(angle)),
          gridded(NORTHING + y / 1e4 + scale * size * radius * Math.sin(angle)),
        ]
      })
      return [...corners, corners[0]!]
    }
    return [hole ? [ring(1), ring(0.4)] : [ring(1)]]
  })

const gridded = (metres: number) => Math.round(metres * 1e4) / 1e4

/** Anything at all that is made of few whole coordinates: crossing, touching, doubled and collapsed rings. */
export const tangle: fc.Arbitrary<MultiPolygon> = fc
  .array(
    fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), { minLength: 3, maxLength: 9 }),
    { minLength: 1, maxLength: 3 },
  )
  .map((rings) => [rings.map((ring) => [...ring, ring[0]!])])

/** The area of what even-odd covers; for valid geometry this is `planarArea`. */
export const coveredArea = (geometry: MultiPolygon) => planarArea(union([geometry]))

/** Rings run the right way and are simple, and taking the geometry apart and together again gives the same area. */
export function assertValid(geometry: MultiPolygon): void {
  for (const polygon of geometry) {
    polygon.forEach((ring, i) => {
      assert.ok(ring.length >= 4)
      assert.deepEqual(ring[0], ring[ring.length - 1])
      assert.equal(new Set(ring.map(String)).size, ring.length - 1, 'no vertex twice in a ring')
      assert.equal(Math.sign(signedRingArea(ring)), i === 0 ? 1 : -1)
    })
  }
  const change = Math.abs(coveredArea(geometry) - planarArea(geometry))
  assert.ok(change <= 1e-4 * perimeter(geometry), `re-noding changes the area by ${change}`)
}

/** No vertex lies inside an edge of any of the geometries, and no two edges cross; looked at in whole cells, exactly. */
export function assertNoded(geometries: MultiPolygon[]): void {
  const cells = ([x, y]: Position): Position => [toCell(x), toCell(y)]
  const edges = geometries.flat(2).flatMap((ring) => ring.slice(1).map((b, i) => [cells(ring[i]!), cells(b)] as const))
  for (const [a, b] of edges) {
    for (const [c, d] of edges) {
      if (Math.min(c[0], d[0]) > Math.max(a[0], b[0]) || Math.max(c[0], d[0]) < Math.min(a[0], b[0])) continue
      if (Math.min(c[1], d[1]) > Math.max(a[1], b[1]) || Math.max(c[1], d[1]) < Math.min(a[1], b[1])) continue
      const turns = [leftTurn(...a, ...b, ...c), leftTurn(...a, ...b, ...d)] as const
      const back = [leftTurn(...c, ...d, ...a), leftTurn(...c, ...d, ...b)] as const
      assert.ok(!(turns[0] * turns[1] < 0 && back[0] * back[1] < 0), 'edges cross')
      const between = (c[0] - a[0]) * (c[0] - b[0]) + (c[1] - a[1]) * (c[1] - b[1]) < 0
      assert.ok(!(turns[0] === 0 && between), `vertex ${c} inside edge ${a} ${b}`)
    }
  }
}
