import { containsPoint } from '../../../../kernel/geometry/measures/contains-point.ts'
import type { MultiPolygon, Position } from '../../../../kernel/geometry/types.ts'
import type { LayerFeature } from '../packages/worker-api.ts'

export const SIDES = ['east', 'south', 'west', 'north'] as const
export type Side = (typeof SIDES)[number]

/** 四至: the outermost corner on each side. */
export function sidesOf(geometry: MultiPolygon): Record<Side, Position> {
  const corners = geometry.flat(2)
  const most = (rank: (corner: Position) => number) =>
    corners.reduce((best, each) => (rank(each) > rank(best) ? each : best))
  return { east: most(([x]) => x), south: most(([, y]) => -y), west: most(([x]) => -x), north: most(([, y]) => y) }
}

/** So far outside one is surely next door, m. */
const OUTSIDE = 1
const TURNS = { east: [1, 0], south: [0, -1], west: [-1, 0], north: [0, 1] } as const

/** What lies next to a shape on each side: the parcel of the base map just outside the middle of that side's edge; metres. */
export function neighboursOf(geometry: MultiPolygon, parcels: readonly LayerFeature[]) {
  const found: Partial<Record<Side, LayerFeature>> = {}
  for (const side of SIDES) {
    const at = outsideOf(geometry, side)
    const parcel = parcels.find((one) => containsPoint(one.geometry, at))
    if (parcel) found[side] = parcel
  }
  return found
}

/** Beyond the outermost point that the shape has half-way between its other two sides: a lone corner tells little. */
function outsideOf(geometry: MultiPolygon, side: Side): Position {
  const [dx, dy] = TURNS[side]
  const { east, south, west, north } = sidesOf(geometry)
  const [x, y] = [(east[0] + west[0]) / 2, (north[1] + south[1]) / 2]
  const [width, height] = [east[0] - west[0], north[1] - south[1]]
  const reach = dx === 0 ? height : width
  for (let left = reach / 2; left > 0; left -= OUTSIDE)
    if (containsPoint(geometry, [x + dx * left, y + dy * left])) return [x + dx * (left + OUTSIDE), y + dy * (left + OUTSIDE)] // biome-ignore format: one row
  const [cornerX, cornerY] = sidesOf(geometry)[side]
  return [cornerX + dx * OUTSIDE, cornerY + dy * OUTSIDE]
}
