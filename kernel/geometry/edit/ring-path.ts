import type { MultiPolygon, Position, Ring } from '../types.ts'
import { nearestOnSegment } from './nearest-on-segment.ts'

/** A place on a ring: on the edge from vertex `edge` to the next, or at that vertex where `along` is 0. */
export type RingPlace = { at: Position; edge: number; along: number; distance: number }

/** The place of the ring nearest to a point; the first of equal ones. */
export function nearestOnRing(ring: Ring, point: Position): RingPlace {
  let best: RingPlace = { at: ring[0]!, edge: 0, along: 0, distance: Infinity }
  for (let i = 1; i < ring.length; i++) {
    const found = nearestOnSegment(point, ring[i - 1]!, ring[i]!)
    if (found.distance < best.distance) best = { ...found, edge: i - 1 }
  }
  return best.along === 1 ? { ...best, edge: (best.edge + 1) % (ring.length - 1), along: 0 } : best
}

/** The one ring that both ends of a line come nearest to, and where; undefined where it is farther than `within` metres. */
export function ringAtEnds(
  geometry: MultiPolygon,
  [start, end]: [Position, Position],
  within: number,
): { ring: Ring; from: RingPlace; to: RingPlace } | undefined {
  const found = geometry
    .flat()
    .map((ring) => ({ ring, from: nearestOnRing(ring, start), to: nearestOnRing(ring, end) }))
  const gap = ({ from, to }: (typeof found)[number]) => Math.max(from.distance, to.distance)
  const best = found.reduce((a, b) => (gap(b) < gap(a) ? b : a), found[0]!)
  return best && gap(best) <= within ? best : undefined
}

/** The vertices of the ring from one place on to another, in its own direction, both places included. */
export function pathAlong(ring: Ring, from: RingPlace, to: RingPlace): Position[] {
  const count = ring.length - 1
  const ahead = to.edge > from.edge || (to.edge === from.edge && to.along > from.along)
  const steps = ahead ? to.edge - from.edge : to.edge - from.edge + count
  const between = Array.from({ length: steps }, (_, k) => ring[(from.edge + 1 + k) % count]!)
  const path = [from.at, ...between, to.at]
  return path.filter((position, i) => i === 0 || position.join() !== path[i - 1]!.join())
}
