import { TINY_AREA } from '../coverage/check-shape.ts'
import { planarArea } from '../measures/planar-area.ts'
import { difference } from '../overlay/difference.ts'
import type { MultiPolygon } from '../types.ts'
import { cleanParts } from './clean-parts.ts'
import { type Fix, fixOf, type GeometryOf } from './fix.ts'

/**
 * Takes an overlap out of all features that share it but one. Without a choice the smallest keeps it, for a large one
 * loses the least of itself; of equal ones the first. A piece that is cut off stays a part of its feature (multipart).
 * @param overlap as the coverage check found it
 * @param keeper the feature that keeps the land
 * @throws RangeError when the keeper has no part in the overlap
 */
export function cutOverlap(
  overlap: { features: number[]; geometry: MultiPolygon },
  geometryOf: GeometryOf,
  keeper: number = smallest(overlap.features, geometryOf),
): Fix {
  if (!overlap.features.includes(keeper)) throw new RangeError(`feature ${keeper} has no part in this overlap`)
  const changed = new Map<number, MultiPolygon>()
  for (const feature of overlap.features) {
    if (feature !== keeper) changed.set(feature, cut(geometryOf(feature), overlap.geometry))
  }
  return fixOf('cut-overlap', changed, geometryOf)
}

/** What is cut off and smaller than a ring may be goes too; if that leaves a gap, the check finds it. */
function cut(geometry: MultiPolygon, overlap: MultiPolygon): MultiPolygon {
  return cleanParts(difference(geometry, [overlap])).geometry.filter((polygon) => planarArea([polygon]) >= TINY_AREA)
}

function smallest(features: number[], geometryOf: GeometryOf): number {
  const areas = features.map((feature) => planarArea(geometryOf(feature)))
  return features[areas.indexOf(Math.min(...areas))]!
}
