import type { MultiPolygon } from '../types.ts'
import type { PolygonSet } from './polygon-set.ts'
import { SetBuilder } from './set-builder.ts'

/**
 * Nested geometries as a set, in their order.
 * @throws RangeError when a coordinate is not finite
 */
export function setOf(geometries: readonly MultiPolygon[]): PolygonSet {
  const builder = new SetBuilder()
  for (const geometry of geometries) builder.add(geometry)
  return builder.finish()
}
