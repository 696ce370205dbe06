import { containsPoint } from '../../../geometry/measures/contains-point.ts'
import type { MultiPolygon, Position } from '../../../geometry/types.ts'

/** Metres from a position to an area, 0 inside. */
export function distanceTo(patch: MultiPolygon, position: Position): number {
  if (containsPoint(patch, position)) return 0
  let least = Number.POSITIVE_INFINITY
  for (const ring of patch.flat()) {
    for (let i = 1; i < ring.length; i++) least = Math.min(least, distanceToEdge(position, ring[i - 1]!, ring[i]!))
  }
  return least
}

function distanceToEdge([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length2 = dx * dx + dy * dy
  const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length2))
  return Math.hypot(x - ax - t * dx, y - ay - t * dy)
}

/** Degrees a camera outside looks past the patch: 0 when its axis meets the patch, or when it stands inside. */
export function degreesOff(patch: MultiPolygon, position: Position, azimuth: number): number {
  if (containsPoint(patch, position)) return 0
  const off = patch.flat().flatMap((ring) => ring.map((corner) => turn(azimuth, bearing(position, corner))))
  const [left, right] = [Math.min(...off), Math.max(...off)]
  // Corners on both sides of the axis, and not behind the camera: it looks at the patch.
  if (left <= 0 && right >= 0 && right - left < 180) return 0
  return Math.min(...off.map(Math.abs))
}

/** Degrees from grid north, clockwise. */
const bearing = ([x, y]: Position, [tx, ty]: Position) => (Math.atan2(tx - x, ty - y) * 180) / Math.PI

/** How far one has to turn, -180 to 180. */
const turn = (from: number, to: number) => ((((to - from) % 360) + 540) % 360) - 180
