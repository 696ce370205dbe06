import { ellipsoidalArea } from '../../../kernel/geometry/measures/ellipsoidal-area.ts'
import { ringLength } from '../../../kernel/geometry/measures/perimeter.ts'
import { planarArea } from '../../../kernel/geometry/measures/planar-area.ts'
import type { Position } from '../../../kernel/geometry/types.ts'
import { geodesicLength } from './geodesic-length.ts'
import { toMetres, workingZone } from './working-system.ts'

/** Metres: on the plane of the working system, and along the ellipsoid. */
export function measureLine(points: readonly Position[]): { planar: number; geodesic: number } {
  const geodesic = points.slice(1).reduce((sum, point, i) => sum + geodesicLength(points[i]!, point), 0)
  return { planar: ringLength(points.map(toMetres)), geodesic }
}

/** Square metres by both legal methods, and the perimeter on the plane; points in degrees, not closed. */
export function measureArea(points: readonly Position[]): { planar: number; ellipsoidal: number; perimeter: number } {
  if (points.length < 3) return { planar: 0, ellipsoidal: 0, perimeter: 0 }
  const ring = [...points, points[0]!].map(toMetres)
  return {
    planar: planarArea([[ring]]),
    ellipsoidal: ellipsoidalArea([[ring]], workingZone),
    perimeter: ringLength(ring),
  }
}
