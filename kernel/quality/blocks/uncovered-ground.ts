import { nearestOnSegment } from '../../geometry/edit/nearest-on-segment.ts'
import { perimeter } from '../../geometry/measures/perimeter.ts'
import { planarArea } from '../../geometry/measures/planar-area.ts'
import { pointOnSurface } from '../../geometry/measures/point-on-surface.ts'
import { split } from '../../geometry/overlay/split.ts'
import { TOLERANCE } from '../../geometry/repair/clean-ring.ts'
import type { MultiPolygon, Polygon, Position } from '../../geometry/types.ts'

/** `measure`: m² of the plane. */
export type Uncovered = { at: Position; measure: number }

/** m²; with `TOLERANCE` of width, what rounding leaves between outlines that were drawn apart. */
const LEAST_AREA = 0.01

/**
 * Where `parts` leave a whole open along its border, each place once. What they leave open in their midst is a gap between
 * them (SV-TOP-02), and told there.
 */
export function uncoveredGround(whole: MultiPolygon, parts: readonly MultiPolygon[]): Uncovered[] {
  const open = split(
    whole,
    parts.map((geometry, id) => ({ id, geometry })),
  ).filter(({ features }) => features.length === 0)
  return open
    .flatMap(({ geometry }) => geometry)
    .filter((polygon) => isBroad(polygon) && touchesBorder(polygon, whole))
    .map((polygon) => ({ at: pointOnSurface([polygon]) ?? polygon[0]![0]!, measure: planarArea([polygon]) }))
}

function isBroad(polygon: Polygon): boolean {
  const area = planarArea([polygon])
  return area > LEAST_AREA && (2 * area) / perimeter([polygon]) >= TOLERANCE
}

/** Some edge of the polygon runs along the border: its middle lies on it. */
function touchesBorder(polygon: Polygon, whole: MultiPolygon): boolean {
  const middles = polygon.flatMap((ring) =>
    edgesOf(ring).map(([a, b]): Position => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]),
  )
  return whole
    .flat()
    .some((ring) =>
      edgesOf(ring).some(([a, b]) => middles.some((middle) => nearestOnSegment(middle, a, b).distance <= TOLERANCE)),
    )
}

const edgesOf = (ring: Position[]) => ring.slice(1).map((end, k) => [ring[k]!, end] as const)
