import { cleanParts } from './clean-parts.ts'
import { type Fix, fixOf, type GeometryOf } from './fix.ts'

/** Takes spikes and repeated vertices out of a feature; undefined when there are none. */
export function cleanRings(feature: number, geometryOf: GeometryOf): Fix | undefined {
  const { geometry, found } = cleanParts(geometryOf(feature))
  return found > 0 ? fixOf('clean-rings', new Map([[feature, geometry]]), geometryOf) : undefined
}
