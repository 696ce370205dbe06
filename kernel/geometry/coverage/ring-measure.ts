import { TOLERANCE } from '../repair/clean-ring.ts'

/** What one walk round a ring sees: `TO_REPAIR` repeated vertices or spikes, `ACUTE` a corner below the limit. */
export const TO_REPAIR = 1
export const ACUTE = 2

/** Filled by `measureRing`: signed double area in m² (relative to the first vertex), and length in metres. */
export const ringMeasure = { doubleArea: 0, length: 0 }

/**
 * Walks a closed ring of flat coordinates once. Spikes and repetitions are those of `cleanRing`; a corner is acute
 * when its angle is below the one whose tangent is given.
 * @param from @param to first vertex and the one after the closing vertex
 */
export function measureRing(coordinates: Float64Array, from: number, to: number, tangent: number): number {
  const x0 = coordinates[2 * from]!
  const y0 = coordinates[2 * from + 1]!
  let flags = 0
  let doubleArea = 0
  let length = 0
  let x = coordinates[2 * to - 4]! - x0
  let y = coordinates[2 * to - 3]! - y0
  // The edge that arrives at the present vertex, and its length squared; first the one that closes the ring.
  let ux = -x
  let uy = -y
  let uu = ux * ux + uy * uy
  x = 0
  y = 0
  for (let v = from + 1; v < to; v++) {
    const nextX = coordinates[2 * v]! - x0
    const nextY = coordinates[2 * v + 1]! - y0
    const vx = nextX - x
    const vy = nextY - y
    const vv = vx * vx + vy * vy
    if (vv < TOLERANCE * TOLERANCE) flags |= TO_REPAIR
    const ahead = ux * vx + uy * vy
    if (ahead < 0) {
      const cross = ux * vy - uy * vx
      if (cross * cross <= TOLERANCE * TOLERANCE * Math.max(uu, vv) * 1.000001) flags |= TO_REPAIR
      if (Math.abs(cross) < -ahead * tangent) flags |= ACUTE
    }
    doubleArea += x * nextY - nextX * y
    length += Math.sqrt(vv)
    x = nextX
    y = nextY
    ux = vx
    uy = vy
    uu = vv
  }
  ringMeasure.doubleArea = doubleArea
  ringMeasure.length = length
  return flags
}
