import type { MultiPolygon, Ring } from '../types.ts'
import type { PolygonSet } from './polygon-set.ts'

/** One feature as nested arrays, for code that works on a few shapes. Parts that have no ring are left out. */
export function featureGeometry(set: PolygonSet, feature: number): MultiPolygon {
  const { featureStart, partStart, ringStart } = set
  const parts: MultiPolygon = []
  for (let p = featureStart[feature]!; p < featureStart[feature + 1]!; p++) {
    const rings: Ring[] = []
    for (let r = partStart[p]!; r < partStart[p + 1]!; r++) rings.push(ringOf(set, ringStart[r]!, ringStart[r + 1]!))
    if (rings.length > 0) parts.push(rings)
  }
  return parts
}

function ringOf({ coordinates }: PolygonSet, from: number, to: number): Ring {
  const ring: Ring = []
  for (let v = from; v < to; v++) ring.push([coordinates[2 * v]!, coordinates[2 * v + 1]!])
  return ring
}
