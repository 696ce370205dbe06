import type { Ring } from '../geometry/types.ts'

/**
 * Sutherland-Hodgman against the square [low, high]²: the part of the ring inside. Where a ring leaves and enters again it
 * runs along the edge of the square, out of sight in the tile's margin.
 */
export function clipRing(ring: Ring, low: number, high: number): Ring {
  let minX = Infinity
  let minY = Infinity
  let maxX = -Infinity
  let maxY = -Infinity
  for (const [x, y] of ring) {
    if (x < minX) minX = x
    if (x > maxX) maxX = x
    if (y < minY) minY = y
    if (y > maxY) maxY = y
  }
  if (maxX < low || minX > high || maxY < low || minY > high) return []
  let clipped = ring
  if (minX < low) clipped = cut(clipped, 0, low, 1)
  if (maxX > high) clipped = cut(clipped, 0, high, -1)
  if (minY < low) clipped = cut(clipped, 1, low, 1)
  if (maxY > high) clipped = cut(clipped, 1, high, -1)
  return clipped
}

/** Keeps what lies on the side of the line `axis = at` that `sign` points to. */
function cut(ring: Ring, axis: 0 | 1, at: number, sign: 1 | -1): Ring {
  const kept: Ring = []
  for (let i = 1; i < ring.length; i++) {
    const a = ring[i - 1]!
    const b = ring[i]!
    const aInside = (a[axis] - at) * sign >= 0
    const bInside = (b[axis] - at) * sign >= 0
    if (aInside !== bInside) {
      const t = (at - a[axis]) / (b[axis] - a[axis])
      const other = a[1 - axis]! + t * (b[1 - axis]! - a[1 - axis]!)
      kept.push(axis === 0 ? [at, other] : [other, at])
    }
    if (bInside) kept.push(b)
  }
  if (kept.length) kept.push(kept[0]!)
  return kept
}
