import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { featureGeometry } from '../flat/feature-geometry.ts'
import { setOf } from '../flat/set-of.ts'
import { containsPoint } from '../measures/contains-point.ts'
import { planarArea } from '../measures/planar-area.ts'
import { sharedPath } from '../shared-files.testing.ts'
import type { FillRule } from '../sound/fill-rule.ts'
import { soundSet } from '../sound/sound-set.ts'
import type { MultiPolygon, Polygon, Position, Ring } from '../types.ts'
import { overlayBy } from './jts-operations.testing.ts'
import { caseSeed, Random } from './random.testing.ts'
import { assertSameArea, scaled } from './same-area.testing.ts'
import { box, closed, star, tangle } from './shapes.testing.ts'
import { toWkt } from './wkt.testing.ts'

const resolved = (geometry: MultiPolygon, rule: FillRule) => featureGeometry(soundSet(setOf([geometry]), rule), 0)

/** How often a ring goes round a point that does not lie on it, by the angles its edges are seen under. */
function turnsRound(ring: Ring, [x, y]: Position): number {
  let angle = 0
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = [ring[i - 1]![0] - x, ring[i - 1]![1] - y]
    const [bx, by] = [ring[i]![0] - x, ring[i]![1] - y]
    angle += Math.atan2(ax * by - ay * bx, ax * bx + ay * by)
  }
  return Math.round(angle / (2 * Math.PI))
}

const FILLS: Record<FillRule, (turns: number) => boolean> = {
  'even-odd': (turns) => Math.abs(turns) % 2 === 1,
  'non-zero': (turns) => turns !== 0,
}

const HOLE = box(1, 1, 5, 5)
const SHAPES: ((random: Random) => Polygon)[] = [
  (random) => [tangle(random)],
  (random) => [tangle(random), tangle(random)],
  (random) => [closed(...star(random, [3, 3], 3), ...star(random, [3, 3], 2)), HOLE],
  (random) => [closed(...star(random, [3, 3], 3), ...star(random, [3, 3], 2).reverse())],
]

for (const rule of ['even-odd', 'non-zero'] as const) {
  test(`what a ring encloses by the ${rule} rule is what goes round a place so often`, () => {
    for (let n = 0; n < 3000; n++) {
      const random = new Random(caseSeed(11, n))
      const polygon = random.pick(SHAPES)(random)
      const area = resolved([polygon], rule)
      for (let k = 0; k < 10; k++) {
        // Between the lattice's lines, and not on the slanted ones either but by a chance of nothing.
        const point: Position = [random.real(-1, 7), random.real(-1, 7)]
        const [outer, ...holes] = polygon.map((ring) => FILLS[rule](turnsRound(ring, point)))
        const wanted = outer === true && !holes.includes(true)
        assert.equal(containsPoint(area, point), wanted, `seed ${caseSeed(11, n)}, ${point}, ${toWkt([polygon])}`)
      }
    }
  })
}

test('a ring that goes round twice covers all of it by the one rule, none by the other', () => {
  const twice = closed(...box(0, 0, 4, 4), ...box(0, 0, 4, 4))
  assert.equal(planarArea(resolved([[twice]], 'non-zero')), 16)
  assert.deepEqual(resolved([[twice]], 'even-odd'), [])
})

//   6   *---*
//        \ /         a hole like an hour-glass, half of it outside: only the half inside is taken away
//   4 +---*---+
//     |  / \  |
//   2 | *---* |
test('a hole counts within its outer ring only', () => {
  const hourGlass: MultiPolygon = [[box(0, 0, 4, 4), closed([1, 2], [3, 6], [1, 6], [3, 2])]]
  for (const rule of ['even-odd', 'non-zero'] as const) assert.equal(planarArea(resolved(hourGlass, rule)), 14)
})

const CLIPPING = sharedPath('fixtures/oracles/polygon_clipping_e2e')

test('by the non-zero rule the polygon-clipping cases that count so agree too', { skip: CLIPPING.skip }, () => {
  for (const name of ['multipoly-with-self-crossing-rings', 'non-zero-rule-not-even-odd']) {
    const read = (file: string) => JSON.parse(readFileSync(`${CLIPPING.path}/${name}/${file}`, 'utf8'))
    const asMulti = ({ type, coordinates }: { type: string; coordinates: never }): MultiPolygon =>
      scaled(type === 'Polygon' ? [coordinates] : coordinates, 1000)
    const inputs = read('args.geojson').features.map(({ geometry }: { geometry: never }) => resolved(asMulti(geometry), 'non-zero')) // biome-ignore format: one row
    for (const operation of ['union', 'intersection', 'difference', 'symdifference']) {
      assertSameArea(overlayBy(operation, inputs), asMulti(read('all.geojson').geometry), `${name} ${operation}`)
    }
  }
})
