import type { MultiPolygon, Position } from '../../../../kernel/geometry/types.ts'

/** m: a shorter edge is a wobble of the pen, no side of the land. */
const SHORTEST = 5
/** Degrees beyond straight on from which a corner is seen as one. */
const BEND = 25

/** Corners of the outer borders that turn inward, where a look from outside does not reach (metres, any ring direction). */
export const inwardCorners = (area: MultiPolygon): number =>
  area.reduce((sum, [shell]) => sum + cornersOf(sides(shell ?? [])), 0)

/** The ring's corners without those between short edges. */
function sides(ring: readonly Position[]): Position[] {
  const kept: Position[] = []
  for (const place of ring.slice(0, -1)) {
    const last = kept.at(-1)
    if (!last || Math.hypot(place[0] - last[0], place[1] - last[1]) >= SHORTEST) kept.push(place)
  }
  return kept
}

function cornersOf(ring: Position[]): number {
  if (ring.length < 4) return 0
  const turns = ring.map((place, k) => turnAt(ring.at(k - 1)!, place, ring[(k + 1) % ring.length]!))
  const around = Math.sign(turns.reduce((sum, turn) => sum + turn, 0))
  return turns.filter((turn) => turn * around < -BEND).length
}

/** Degrees to the left, −180 … 180. */
function turnAt([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position): number {
  const angle = Math.atan2(cy - by, cx - bx) - Math.atan2(by - ay, bx - ax)
  return (((((angle * 180) / Math.PI) % 360) + 540) % 360) - 180
}
