import Flatbush from 'flatbush'
import { fromCell, toCell } from '../arrangement/grid.ts'
import { insertJunctions } from '../edit/insert-junctions.ts'
import { nearestOnSegment } from '../edit/nearest-on-segment.ts'
import { TOLERANCE } from '../repair/clean-ring.ts'
import type { MultiPolygon, Position, Ring } from '../types.ts'
import { cleanParts } from './clean-parts.ts'
import { type Fix, fixOf, type GeometryOf } from './fix.ts'

/**
 * Snaps a feature onto its neighbours: a vertex within the tolerance goes to the nearest vertex of a neighbour, else to
 * the nearest place on its border; then both sides are given each other's vertices along their common border
 * (T-junctions). The neighbours get vertices and keep their shape to a cell.
 * @param tolerance m; well below the width of anything that is meant
 * @returns undefined when all fits already
 */
export function snapFeature(
  feature: number,
  neighbours: number[],
  geometryOf: GeometryOf,
  tolerance: number,
): Fix | undefined {
  const others = neighbours.filter((neighbour) => neighbour !== feature)
  const fixed = others.map(geometryOf)
  const target = snapTarget(fixed, tolerance)
  const moved = cleanParts(geometryOf(feature).map((polygon) => polygon.map((ring) => ring.map(target)))).geometry
  const snapped = cleanParts(insertJunctions([moved], fixed, tolerance)[0]!).geometry
  const joined = insertJunctions(fixed, [snapped], TOLERANCE)
  const changed = new Map<number, MultiPolygon>()
  if (!sameVertices(snapped, geometryOf(feature))) changed.set(feature, snapped)
  others.forEach((other, k) => {
    if (joined[k] !== fixed[k]) changed.set(other, joined[k]!)
  })
  return changed.size > 0 ? fixOf('snap', changed, geometryOf) : undefined
}

function snapTarget(fixed: MultiPolygon[], tolerance: number): (vertex: Position) => Position {
  const edges = fixed.flat(2).flatMap((ring: Ring) => ring.slice(1).map((b, i) => [ring[i]!, b] as const))
  if (edges.length === 0) return (vertex) => vertex
  const index = new Flatbush(edges.length)
  for (const [a, b] of edges) {
    index.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]))
  }
  index.finish()
  return ([x, y]) => {
    const near = index.search(x - tolerance, y - tolerance, x + tolerance, y + tolerance).map((edge) => edges[edge]!)
    const vertex = nearest(near.flat(), [x, y], tolerance)
    if (vertex) return vertex
    const onEdge = nearest(
      near.map(([a, b]) => nearestOnSegment([x, y], a, b).at),
      [x, y],
      tolerance,
    )
    return onEdge ? [fromCell(toCell(onEdge[0])), fromCell(toCell(onEdge[1]))] : [x, y]
  }
}

/** The nearest within the tolerance; of equal ones the one furthest west, then south, so that the order is of no account. */
function nearest(places: readonly Position[], [x, y]: Position, tolerance: number): Position | undefined {
  let best: Position | undefined
  let least = tolerance
  for (const place of places) {
    const away = Math.hypot(place[0] - x, place[1] - y)
    const first = !best || place[0] < best[0] || (place[0] === best[0] && place[1] < best[1])
    if (away < least || (away === least && first)) {
      best = place
      least = away
    }
  }
  return best
}

const sameVertices = (a: MultiPolygon, b: MultiPolygon) => JSON.stringify(a) === JSON.stringify(b)
