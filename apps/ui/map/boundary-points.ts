import type { MultiPolygon, Position } from '../../../kernel/geometry/types.ts'

/** 界址点: X to the north, Y to the east, and the length of the 界址线 to the next one, metres in the working system. */
export type BoundaryPoint = { number: string; x: number; y: number; length: number }

/** J1, J2 … in the order of the rings, the outer one first; a ring ends where it began and is named there once. */
export function boundaryPoints(geometry: MultiPolygon): BoundaryPoint[] {
  const corners = geometry.flatMap((polygon) =>
    polygon.flatMap((ring) => ring.slice(0, -1).map((at, i): [Position, Position] => [at, ring[i + 1]!])),
  )
  return corners.map(([[y, x], [nextY, nextX]], i) => ({
    number: `J${i + 1}`,
    ...{ x, y },
    length: Math.hypot(nextX - x, nextY - y),
  }))
}
