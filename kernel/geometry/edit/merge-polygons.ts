import { union } from '../overlay/union.ts'
import type { MultiPolygon } from '../types.ts'

/**
 * Melts plots into one. They must hang together along borders: plots that lie apart, or touch at corners only, give
 * undefined, for a merged parcel has to be one piece.
 * @throws RangeError when a coordinate is not finite or too far out
 */
export function mergePolygons(geometries: MultiPolygon[]): MultiPolygon | undefined {
  const merged = union(geometries)
  return merged.length === 1 ? merged : undefined
}
