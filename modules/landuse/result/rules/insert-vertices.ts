import type { MultiPolygon, Position, Ring } from '../../../../kernel/geometry/types.ts'

/** Metres: a vertex this near to an edge lies on it (grid of 0.1 mm, snap rounding moves by 0.71 of a cell at most). */
const ON_EDGE = 1.5e-4

/**
 * The geometry with the given points as vertices wherever they lie on its border, so that no T-junction is left beside a
 * neighbour that was cut. Undefined when none does.
 */
export function insertVertices(geometry: MultiPolygon, points: readonly Position[]): MultiPolygon | undefined {
  let changed = false
  const insert = (ring: Ring): Ring => {
    const own = new Set(ring.map(String))
    const fresh = points.filter((point) => !own.has(String(point)))
    return ring.flatMap((from, i): Ring => {
      const to = ring[i + 1]
      if (!to) return [from]
      const on = fresh.filter((point) => liesBetween(from, to, point))
      if (on.length > 0) changed = true
      return [from, ...on.sort((a, b) => along(from, to, a) - along(from, to, b))]
    })
  }
  const result = geometry.map((polygon) => polygon.map(insert))
  return changed ? result : undefined
}

const along = (from: Position, to: Position, point: Position) =>
  (point[0] - from[0]) * (to[0] - from[0]) + (point[1] - from[1]) * (to[1] - from[1])

function liesBetween(from: Position, to: Position, point: Position): boolean {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  if (length === 0) return false
  const way = along(from, to, point) / length
  const off = ((point[0] - from[0]) * (to[1] - from[1]) - (point[1] - from[1]) * (to[0] - from[0])) / length
  return way > ON_EDGE && way < length - ON_EDGE && Math.abs(off) <= ON_EDGE
}
