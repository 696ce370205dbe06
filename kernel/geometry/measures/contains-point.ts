import { leftTurn } from '../arrangement/orientation.ts'
import type { MultiPolygon, Polygon, Position, Ring } from '../types.ts'

/** +1 inside, 0 on the boundary, −1 outside; even-odd, exact (adaptive predicates, no tolerance). */
export function sideOfRing(ring: Ring, [x, y]: Position): -1 | 0 | 1 {
  let inside = false
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1]!
    const [bx, by] = ring[i]!
    const spansRow = ay > y !== by > y
    if (!spansRow && !touchesBox(ax, ay, bx, by, x, y)) continue
    const turn = leftTurn(ax, ay, bx, by, x, y)
    if (turn === 0 && touchesBox(ax, ay, bx, by, x, y)) return 0
    // a ray to the east crosses an upward edge when the point is on its left
    if (spansRow && (by > ay ? turn > 0 : turn < 0)) inside = !inside
  }
  return inside ? 1 : -1
}

function touchesBox(ax: number, ay: number, bx: number, by: number, x: number, y: number): boolean {
  return x >= Math.min(ax, bx) && x <= Math.max(ax, bx) && y >= Math.min(ay, by) && y <= Math.max(ay, by)
}

function sideOfPolygon(polygon: Polygon, point: Position): -1 | 0 | 1 {
  const outer = polygon[0] ? sideOfRing(polygon[0], point) : -1
  if (outer !== 1) return outer
  for (let i = 1; i < polygon.length; i++) {
    const side = sideOfRing(polygon[i]!, point)
    if (side >= 0) return side === 0 ? 0 : -1
  }
  return 1
}

/** Whether the point lies in the area or on its boundary. */
export function containsPoint(geometry: MultiPolygon, point: Position): boolean {
  return geometry.some((polygon) => sideOfPolygon(polygon, point) >= 0)
}
