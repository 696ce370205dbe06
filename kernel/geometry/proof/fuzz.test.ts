import assert from 'node:assert/strict'
import { test } from 'node:test'
import { overlayFaces } from '../arrangement/overlay-faces.ts'
import { clip } from '../edit/clip.ts'
import { insertJunctions } from '../edit/insert-junctions.ts'
import { mergePolygons } from '../edit/merge-polygons.ts'
import { reshape } from '../edit/reshape.ts'
import { simplifyCoverage } from '../edit/simplify-coverage.ts'
import { splitByLine } from '../edit/split-by-line.ts'
import { planarArea } from '../measures/planar-area.ts'
import { difference } from '../overlay/difference.ts'
import { dissolve } from '../overlay/dissolve.ts'
import { intersection } from '../overlay/intersection.ts'
import { split } from '../overlay/split.ts'
import { tabulate } from '../overlay/tabulate.ts'
import { union } from '../overlay/union.ts'
import { zoneOfEpsg } from '../projection/gauss-kruger.ts'
import { relate } from '../relate/relate.ts'
import { repairPolygon } from '../repair/repair.ts'
import type { MultiPolygon, Position } from '../types.ts'
import { caseSeed, Random } from './random.testing.ts'
import { box, closed } from './shapes.testing.ts'
import { toWkt } from './wkt.testing.ts'

const table = (a: MultiPolygon, b: MultiPolygon) => tabulate([{ id: 0, geometry: a }], [{ id: 0, geometry: b }], { kind: 'planar' }) // biome-ignore format: one row
const onEllipsoid = { kind: 'ellipsoidal', zone: zoneOfEpsg(4524)! } as const

const OPERATIONS: Record<string, (a: MultiPolygon, b: MultiPolygon) => unknown> = {
  union: (a, b) => union([a, b]),
  intersection,
  difference: (a, b) => difference(a, [b]),
  split: (a, b) => split(a, [{ id: 1, geometry: b }]),
  dissolve: (a, b) => [...dissolve([{ key: 1, geometry: a }, { key: 2, geometry: b }]).values()], // biome-ignore format: one row
  overlayFaces: (a, b) => overlayFaces([{ id: 1, geometry: a }, { id: 2, geometry: b }]), // biome-ignore format: one row
  tabulate: table,
  'tabulate on the ellipsoid': (a, b) => tabulate([{ id: 0, geometry: a }], [{ id: 0, geometry: b }], onEllipsoid),
  relate,
  repairPolygon: (a) => repairPolygon(a),
  mergePolygons: (a, b) => mergePolygons([a, b]),
  clip,
  reshape: (a, b) => {
    const outcome = reshape([a, b], 0, b[0]?.[0] ?? [], 2)
    return 'refused' in outcome || outcome.geometries.filter((geometry, i) => geometry !== [a, b][i])
  },
  insertJunctions: (a, b) => insertJunctions([a], [b]).filter((geometry) => geometry !== a),
  simplifyCoverage: (a, b) => [simplifyCoverage([a, b], 1), simplifyCoverage([a, b], 1, 'area')],
  splitByLine: (a, b) => splitByLine(a, b[0]?.[0] ?? []),
}

const STRANGE = [Number.NaN, Infinity, -Infinity, 1e300, -1e300, 5e-324, -0, 1e17, 2e11, -2e11, 2 ** 53, 1e-9, 0.00005]

/** Rings of any length, also none, of small numbers and now and then of strange ones. */
function garbage(random: Random): MultiPolygon {
  const strange = random.chance(0.6) ? 0 : 0.1
  const value = () =>
    random.chance(strange) ? random.pick(STRANGE) : random.whole(-3, 3) * random.pick([1, 0.5, 1e-4])
  const many = <T>(least: number, most: number, make: () => T) =>
    Array.from({ length: random.whole(least, most) }, make)
  return many(0, 3, () => many(0, 3, () => many(0, 6, (): Position => [value(), value()])))
}

/** No NaN and no infinity anywhere in what came out. A place in a refusal may be the bad one itself. */
function assertFinite(result: unknown): void {
  if (typeof result === 'number') assert.ok(Number.isFinite(result), `${result}`)
  else if (Array.isArray(result)) for (const item of result) assertFinite(item)
  else if (typeof result === 'object' && result && !('rejected' in result)) for (const item of Object.values(result)) assertFinite(item) // biome-ignore format: one row
}

for (const [name, operation] of Object.entries(OPERATIONS)) {
  test(`whatever is put in, ${name} gives something finite or refuses`, () => {
    for (let n = 0; n < 2000; n++) {
      const random = new Random(caseSeed(7, n))
      const [a, b] = [garbage(random), garbage(random)]
      try {
        assertFinite(operation(a, b))
      } catch (error) {
        if (error instanceof RangeError) continue
        throw new Error(`seed ${caseSeed(7, n)}: ${error}\n${toWkt(a)}\n${toWkt(b)}`)
      }
    }
  })
}

/** A comb of so many vertices: teeth 2 m wide and 100 m long, 4 m apart, on a back of 2 m. */
function comb(vertices: number, x: number): MultiPolygon {
  const teeth: Position[] = []
  for (let at = x; at < x + vertices; at += 4) teeth.push([at, 0], [at, 100], [at + 2, 100], [at + 2, 1])
  teeth.push([x + vertices, 1], [x + vertices, -1], [x, -1], [x, 0])
  return [[teeth]]
}

/** Every corner is joined with one far across: it crosses itself some n²/2 times. */
const starOf = (corners: number): MultiPolygon => [
  [
    closed(
      ...Array.from({ length: corners }, (_, i): Position => {
        const angle = (2 * Math.PI * i * Math.floor(corners / 2)) / corners
        return [1000 * Math.cos(angle), 1000 * Math.sin(angle)]
      }),
    ),
  ],
]

const LIMIT_SECONDS = 60

function within<T>(seconds: number, work: () => T): T {
  const begun = performance.now()
  const result = work()
  const took = (performance.now() - begun) / 1000
  assert.ok(took < seconds, `${took} s`)
  return result
}

test('a comb of a million vertices is measured, cut and checked in time', () => {
  const teeth = comb(1e6, 0)
  const across: MultiPolygon = [[box(0, 50, 1e6, 60)]]
  within(LIMIT_SECONDS, () => {
    assert.deepEqual(table(teeth, across), [{ subject: 0, feature: 0, area: 5e6 }])
    assert.ok('geometry' in repairPolygon(teeth))
    const pieces = split(teeth, [{ id: 0, geometry: across }])
    const areas = pieces.map(({ geometry }) => planarArea(geometry)).sort((a, b) => a - b)
    assert.deepEqual(areas, [5e6, planarArea(teeth) - 5e6])
  })
})

test('two combs of a million vertices are measured in time', () => {
  const size = 1e6
  const [row] = within(LIMIT_SECONDS, () => table(comb(size, 0), comb(size, 1)))
  assert.ok(row!.area > size)
})

test('a star that crosses itself everywhere is refused or gives something finite, in time', () => {
  for (const [name, operation] of Object.entries(OPERATIONS)) {
    // All of its crossings would fill the memory; the smaller ones are worked out.
    for (const corners of name === 'union' ? [5, 51, 151, 5001] : [5, 51, 151]) {
      try {
        within(LIMIT_SECONDS, () => assertFinite(operation(starOf(corners), [[box(-500, -500, 900, 400)]])))
      } catch (error) {
        assert.ok(error instanceof RangeError, `${name}, ${corners} corners: ${error}`)
      }
    }
  }
})
