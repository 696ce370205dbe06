import assert from 'node:assert/strict'
import { overlayFaces } from '../arrangement/overlay-faces.ts'
import { perimeter } from '../measures/perimeter.ts'
import { planarArea } from '../measures/planar-area.ts'
import { split } from '../overlay/split.ts'
import { tabulate } from '../overlay/tabulate.ts'
import type { MultiPolygon } from '../types.ts'
import type { Drawing } from './degenerate.testing.ts'
import type { Random } from './random.testing.ts'
import { mapPositions } from './same-area.testing.ts'
import { redrawn } from './shapes.testing.ts'

const PLANAR = { kind: 'planar' } as const
const numbered = (geometries: MultiPolygon[]) => geometries.map((geometry, id) => ({ id, geometry }))
const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)

function near(a: number, b: number, tolerance: number, what: string): void {
  assert.ok(Math.abs(a - b) <= tolerance, `${what}: ${a} and ${b} differ by ${Math.abs(a - b)}, allowed ${tolerance}`)
}

const allOf = ({ subject, features }: Drawing) => [subject, ...features]
/** m² by which rounding may change an area: coordinates of 4·10⁷ m are known to 7·10⁻⁹ m. */
const roundingOf = (drawing: Drawing) => 2e-6 + 3e-8 * sum(allOf(drawing).map(perimeter))
/** m² by which the grid may: every border moves by 0.07 mm at most. */
const gridOf = (drawing: Drawing) => roundingOf(drawing) + 1e-4 * sum(allOf(drawing).map(perimeter))

/** m² of the subject in each feature. */
function shares({ subject, features }: Drawing): number[] {
  const areas = features.map(() => 0)
  for (const { feature, area } of tabulate(numbered([subject]), numbered(features), PLANAR)) areas[feature] = area
  return areas
}

/** For tests only: symmetry, bounds and order of the area table, and that it does not depend on the place. */
export function checkTable(random: Random, drawing: Drawing): void {
  const { subject, features } = drawing
  const rounding = roundingOf(drawing)
  const found = shares(drawing)
  found.forEach((area, i) => {
    assert.ok(area >= 0 && area <= Math.min(planarArea(subject), planarArea(features[i]!)) + rounding, `${area} m²`)
  })
  const turned = tabulate(numbered(features), numbered([subject]), PLANAR)
  near(sum(turned.map(({ area }) => area)), sum(found), rounding, 'the other way round')
  near(sum(shares({ subject, features: [subject] })), planarArea(subject), rounding, 'with itself')
  assert.deepEqual(shares({ subject, features: features.toReversed() }).reverse(), found, 'in another order')
  const [dx, dy] = [random.whole(-4e7, 4e7), random.whole(-4e7, 4e7)]
  const move = (geometry: MultiPolygon) => mapPositions(geometry, ([x, y]) => [x + dx, y + dy])
  const moved = shares({ subject: move(subject), features: features.map(move) })
  moved.forEach((area, i) => {
    near(area, found[i]!, 2 * rounding, `moved by ${dx}, ${dy}`)
  })
}

/** Pieces add up to the subject, and to every row of the area table. `area`: what the subject covers, even-odd. */
export function checkPieces(drawing: Drawing, area: number, table: number[] | undefined): void {
  const pieces = split(drawing.subject, numbered(drawing.features))
  const areas = pieces.map(({ geometry }) => planarArea(geometry))
  near(sum(areas), area, gridOf(drawing), 'pieces and subject')
  table?.forEach((row, feature) => {
    const inside = sum(pieces.map(({ features }, i) => (features.includes(feature) ? areas[i]! : 0)))
    near(inside, row, gridOf(drawing), `pieces and row of feature ${feature}`)
  })
}

/** Bit for bit the same faces, in whatever order and direction things are drawn. */
export function checkOrder(random: Random, drawing: Drawing): void {
  const inputs = numbered(allOf(drawing))
  const faces = (list: typeof inputs) =>
    overlayFaces(list).map(({ geometry, inputs }) => ({ geometry, inputs: inputs.sort((a, b) => a - b) }))
  const redraw = (geometry: MultiPolygon) => geometry.map((polygon) => polygon.map((ring) => redrawn(random, ring)))
  const other = inputs.map(({ id, geometry }) => ({ id, geometry: redraw(geometry) })).reverse()
  assert.deepEqual(faces(other), faces(inputs), 'drawn otherwise')
}

export { shares }
