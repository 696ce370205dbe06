import { TOLERANCE } from '../repair/clean-ring.ts'
import type { MultiPolygon } from '../types.ts'
import { type Fix, fixOf, type GeometryOf } from './fix.ts'
import { join } from './shared-length.ts'

/**
 * Gives a gap to the neighbour with the longest shared border; of equal ones to the first.
 * @param gap as the coverage check found it: its geometry and the features round it
 * @returns undefined when no feature has a border with it any more
 */
export function fillGap(gap: { features: number[]; geometry: MultiPolygon }, geometryOf: GeometryOf): Fix | undefined {
  let best: { feature: number; joined: MultiPolygon; shared: number } | undefined
  for (const feature of gap.features) {
    const { joined, shared } = join(geometryOf(feature), gap.geometry)
    if (shared > (best?.shared ?? TOLERANCE) + TOLERANCE) best = { feature, joined, shared }
  }
  return best && fixOf('fill-gap', new Map([[best.feature, best.joined]]), geometryOf)
}
