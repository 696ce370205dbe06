import { cleanRing } from '../repair/clean-ring.ts'
import type { MultiPolygon } from '../types.ts'

/**
 * A geometry without spikes and repeated vertices, and how many were found. A hole that is nothing else vanishes, a part
 * whose outer ring is nothing else goes with its holes.
 */
export function cleanParts(geometry: MultiPolygon): { geometry: MultiPolygon; found: number } {
  let found = 0
  const cleaned = geometry.flatMap((polygon): MultiPolygon => {
    const rings = polygon.map((ring) => {
      const result = cleanRing(ring)
      found += result.repairs.length
      return result.ring
    })
    return rings[0]?.length ? [rings.filter((ring) => ring.length > 0)] : []
  })
  return { geometry: found > 0 ? cleaned : geometry, found }
}
