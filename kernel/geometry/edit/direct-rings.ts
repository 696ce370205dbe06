import { signedRingArea } from '../measures/planar-area.ts'
import type { Polygon } from '../types.ts'

/** Outer ring counter-clockwise, holes clockwise: the way every geometry made here runs. Arrays are not changed. */
export function directRings(polygon: Polygon): Polygon {
  return polygon.map((ring, i) => (signedRingArea(ring) > 0 === (i === 0) ? ring : ring.toReversed()))
}
