import type { MultiPolygon } from '../types.ts'

/** Which part of a geometry a ring belongs to, and whether it is a hole there. */
export type RingRole = { part: number; hole: boolean }

/** Roles of the rings in the order of `geometry.flat()`. */
export function ringRoles(geometry: MultiPolygon): RingRole[] {
  return geometry.flatMap((polygon, part) => polygon.map((_, i) => ({ part, hole: i > 0 })))
}

/** The parts, ascending, that cover a face which lies in the given rings: in the outer ring and in none of the holes. */
export function coveringParts(rings: readonly number[], roles: RingRole[]): number[] {
  const parts = new Set<number>()
  for (const ring of rings) if (!roles[ring]!.hole) parts.add(roles[ring]!.part)
  for (const ring of rings) if (roles[ring]!.hole) parts.delete(roles[ring]!.part)
  return [...parts].sort((a, b) => a - b)
}
