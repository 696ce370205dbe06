import type { MultiPolygon, Position, Ring } from '../types.ts'
import { signedRingArea } from './planar-area.ts'

/** First moments of a ring about `origin`, for a ring counted as positive whatever way it runs. */
function ringMoments(ring: Ring, origin: Position): [area: number, momentX: number, momentY: number] {
  let momentX = 0
  let momentY = 0
  for (let i = 1; i < ring.length; i++) {
    const ax = ring[i - 1]![0] - origin[0]
    const ay = ring[i - 1]![1] - origin[1]
    const bx = ring[i]![0] - origin[0]
    const by = ring[i]![1] - origin[1]
    const cross = ax * by - bx * ay
    momentX += (ax + bx) * cross
    momentY += (ay + by) * cross
  }
  const area = signedRingArea(ring)
  const sign = area < 0 ? -1 : 1
  return [sign * area, (sign * momentX) / 6, (sign * momentY) / 6]
}

/** Centre of gravity of the area; it may lie outside. Undefined where there is no area. */
export function centroid(geometry: MultiPolygon): Position | undefined {
  const origin = geometry[0]?.[0]?.[0]
  if (!origin) return undefined
  const sums = [0, 0, 0] as [number, number, number]
  for (const polygon of geometry) {
    polygon.forEach((ring, i) => {
      const sign = i === 0 ? 1 : -1
      ringMoments(ring, origin).forEach((moment, k) => {
        sums[k]! += sign * moment
      })
    })
  }
  if (!(sums[0] > 0)) return undefined
  return [origin[0] + sums[1] / sums[0], origin[1] + sums[2] / sums[0]]
}
