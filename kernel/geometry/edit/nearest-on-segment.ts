import type { Position } from '../types.ts'

/** The place on the segment from a to b that is nearest to p, its distance in metres, and how far along it lies, 0 … 1. */
export function nearestOnSegment(
  [px, py]: Position,
  [ax, ay]: Position,
  [bx, by]: Position,
): { at: Position; distance: number; along: number } {
  const dx = bx - ax
  const dy = by - ay
  const length2 = dx * dx + dy * dy
  const along = length2 > 0 ? Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / length2)) : 0
  // The ends are given as they stand, to the last bit.
  const at: Position = along === 1 ? [bx, by] : [ax + along * dx, ay + along * dy]
  return { at, distance: Math.hypot(px - at[0], py - at[1]), along }
}
