import { leftTurn } from '../arrangement/orientation.ts'
import type { PolygonSet } from '../flat/polygon-set.ts'

/** Comparing each hole with each other ring costs holes × vertices; beyond this the arrangement is cheaper. */
const MOST_STEPS = 2e6

/**
 * Whether the rings of one part, which do not touch one another, lie as they should: holes within the outer ring and
 * none within another. False also when that is too much to look at here.
 */
export function holesInPlace({ coordinates, ringStart }: PolygonSet, first: number, end: number): boolean {
  if ((end - first - 1) * (ringStart[end]! - ringStart[first]!) > MOST_STEPS) return false
  for (let hole = first + 1; hole < end; hole++) {
    const x = coordinates[2 * ringStart[hole]!]!
    const y = coordinates[2 * ringStart[hole]! + 1]!
    for (let r = first; r < end; r++) {
      if (r === hole) continue
      if (isWithin(coordinates, ringStart[r]!, ringStart[r + 1]!, x, y) !== (r === first)) return false
    }
  }
  return true
}

/** Whether a point off the ring lies within it; even-odd, exact. */
export function isWithin(c: Float64Array, from: number, to: number, x: number, y: number): boolean {
  let inside = false
  let ax = c[2 * from]!
  let ay = c[2 * from + 1]!
  for (let v = from + 1; v < to; v++) {
    const bx = c[2 * v]!
    const by = c[2 * v + 1]!
    if (ay > y !== by > y) {
      // A ray to the east: plain where the edge lies wholly on one side of the point.
      const beyond = ax > x && bx > x ? true : ax < x && bx < x ? false : leftTurn(ax, ay, bx, by, x, y) > 0 === by > ay
      if (beyond) inside = !inside
    }
    ax = bx
    ay = by
  }
  return inside
}
