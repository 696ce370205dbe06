import type { MultiPolygon, Ring } from '../types.ts'
import { nearestOnSegment } from './nearest-on-segment.ts'

/**
 * Douglas-Peucker: leaves out vertices within `tolerance` metres of the line that replaces them, but never makes a
 * ring of fewer than four positions. Each ring stands alone: neighbours that share a border may part, so use it for
 * display and for single plots; `simplifyCoverage` keeps borders together.
 */
export function simplify(geometry: MultiPolygon, tolerance: number): MultiPolygon {
  return geometry.map((polygon) => polygon.map((ring) => simplifyRing(ring, tolerance)))
}

function simplifyRing(ring: Ring, tolerance: number): Ring {
  if (ring.length <= 4) return ring
  // The vertex farthest from the first gives two open lines that both have a length.
  const far = farthest(ring, 0, ring.length - 1).index
  const keep = new Uint8Array(ring.length)
  keep[0] = keep[far] = keep[ring.length - 1] = 1
  const stack: [number, number][] = [
    [0, far],
    [far, ring.length - 1],
  ]
  let widest = { index: -1, distance: -1 }
  while (stack.length > 0) {
    const [from, to] = stack.pop()!
    const found = farthest(ring, from, to)
    if (found.distance > tolerance) {
      keep[found.index] = 1
      stack.push([from, found.index], [found.index, to])
    } else if (found.distance > widest.distance) widest = found
  }
  const kept = () => ring.filter((_, i) => keep[i])
  if (kept().length < 4 && widest.index > 0) keep[widest.index] = 1
  return kept().length < 4 ? ring : kept()
}

function farthest(ring: Ring, from: number, to: number): { index: number; distance: number } {
  let index = -1
  let distance = -1
  for (let i = from + 1; i < to; i++) {
    const { distance: d } = nearestOnSegment(ring[i]!, ring[from]!, ring[to]!)
    if (d > distance) {
      distance = d
      index = i
    }
  }
  return { index, distance }
}
