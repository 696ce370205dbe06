import Flatbush from 'flatbush'
import { TOLERANCE } from '../repair/clean-ring.ts'
import type { MultiPolygon, Position, Ring } from '../types.ts'
import { finite } from './finite-position.ts'
import { nearestOnSegment } from './nearest-on-segment.ts'

/**
 * Inserts vertices of `pieces` into the edges of `neighbours` that they lie in (within `tolerance` metres), so that both
 * sides of a border have the same vertices and nothing of a later projection or rounding opens a gap at a T-junction.
 * A vertex nearer than that to an end of the edge is taken for that end. Geometries that need nothing come back as they
 * are, the same object. An edge may bend by the tolerance.
 * @throws RangeError when a coordinate is not finite
 */
export function insertJunctions(
  neighbours: MultiPolygon[],
  pieces: MultiPolygon[],
  tolerance: number = TOLERANCE,
): MultiPolygon[] {
  const vertices = distinctVertices(pieces)
  if (vertices.length === 0) return neighbours
  const index = new Flatbush(vertices.length)
  for (const [x, y] of vertices) index.add(x, y, x, y)
  index.finish()
  const inEdge: EdgeSearch = ([ax, ay], [bx, by]) =>
    index
      .search(Math.min(ax, bx) - tolerance, Math.min(ay, by) - tolerance, Math.max(ax, bx) + tolerance, Math.max(ay, by) + tolerance) // biome-ignore format: one row
      .flatMap((i) => junction(vertices[i]!, [ax, ay], [bx, by], tolerance) ?? [])
      .sort((a, b) => a.along - b.along)
      .map(({ vertex }) => vertex)
  return neighbours.map((geometry) => {
    const inserted = geometry.map((polygon) => polygon.map((ring) => insertInto(ring, inEdge)))
    const same = inserted.every((polygon, p) => polygon.every((ring, r) => ring === geometry[p]![r]))
    return same ? geometry : inserted
  })
}

type EdgeSearch = (a: Position, b: Position) => Position[]

function distinctVertices(geometries: MultiPolygon[]): Position[] {
  const seen = new Map<string, Position>()
  for (const position of geometries.flat(3)) seen.set(finite(position).join(), position)
  return [...seen.values()]
}

function junction(vertex: Position, a: Position, b: Position, tolerance: number) {
  const { distance, along } = nearestOnSegment(vertex, a, b)
  const fromEnds = Math.min(
    Math.hypot(vertex[0] - a[0], vertex[1] - a[1]),
    Math.hypot(vertex[0] - b[0], vertex[1] - b[1]),
  )
  return distance <= tolerance && fromEnds > tolerance ? { vertex, along } : undefined
}

function insertInto(ring: Ring, inEdge: EdgeSearch): Ring {
  const result: Ring = ring.slice(0, 1).map(finite)
  for (let i = 1; i < ring.length; i++) {
    for (const vertex of inEdge(ring[i - 1]!, ring[i]!)) result.push(vertex)
    result.push(finite(ring[i]!))
  }
  return result.length === ring.length ? ring : result
}
