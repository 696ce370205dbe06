import type { MultiPolygon, Ring } from '../types.ts'

/** Length in metres of a closed ring. */
export function ringLength(ring: Ring): number {
  let length = 0
  for (let i = 1; i < ring.length; i++) {
    length += Math.hypot(ring[i]![0] - ring[i - 1]![0], ring[i]![1] - ring[i - 1]![1])
  }
  return length
}

/** Length in metres of all rings, holes included. */
export function perimeter(geometry: MultiPolygon): number {
  return geometry.flat().reduce((sum, ring) => sum + ringLength(ring), 0)
}
