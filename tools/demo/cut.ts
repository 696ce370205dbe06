import type { Mesh } from './mesh.ts'

/** A straight line in drawing space: through (x, y) in a direction (radians). */
export type Line = { x: number; y: number; angle: number }

/** Signed distance to the left of the line. */
function side(line: Line, px: number, py: number): number {
  return Math.cos(line.angle) * (py - line.y) - Math.sin(line.angle) * (px - line.x)
}

export function shifted(line: Line, left: number): Line {
  return { x: line.x - Math.sin(line.angle) * left, y: line.y + Math.cos(line.angle) * left, angle: line.angle }
}

/** Area of the part of a convex face left of the line. */
function areaLeft(mesh: Mesh, edges: number[], distances: number[], line: Line): number {
  let twice = 0
  const add = (x1: number, y1: number, x2: number, y2: number) => {
    twice += (x1 - line.x) * (y2 - line.y) - (x2 - line.x) * (y1 - line.y)
  }
  let [entry, exit] = [undefined as [number, number] | undefined, undefined as [number, number] | undefined]
  edges.forEach((h, i) => {
    const [s1, s2] = [distances[i]!, distances[(i + 1) % edges.length]!]
    const a = mesh.origin[h]!
    const b = mesh.origin[h ^ 1]!
    const t = s1 / (s1 - s2)
    const crossing: [number, number] = [
      mesh.x[a]! + t * (mesh.x[b]! - mesh.x[a]!),
      mesh.y[a]! + t * (mesh.y[b]! - mesh.y[a]!),
    ]
    if (s1 >= 0 && s2 >= 0) add(mesh.x[a]!, mesh.y[a]!, mesh.x[b]!, mesh.y[b]!)
    else if (s1 >= 0) {
      exit = crossing
      add(mesh.x[a]!, mesh.y[a]!, ...crossing)
    } else if (s2 >= 0) {
      entry = crossing
      add(...crossing, mesh.x[b]!, mesh.y[b]!)
    }
  })
  if (exit && entry) add(...exit, ...entry)
  return twice / 2
}

function distancesTo(mesh: Mesh, edges: number[], line: Line): number[] {
  return edges.map((h) => side(line, mesh.x[mesh.origin[h]!]!, mesh.y[mesh.origin[h]!]!))
}

/** The half-edge starting where the line crosses edge h: an existing vertex within `snap`, else a new one. */
function vertexOn(mesh: Mesh, h: number, s1: number, s2: number, snap: number): number {
  const a = mesh.origin[h]!
  const b = mesh.origin[h ^ 1]!
  const t = s1 / (s1 - s2)
  const [dx, dy] = [mesh.x[b]! - mesh.x[a]!, mesh.y[b]! - mesh.y[a]!]
  const length = Math.hypot(dx, dy)
  if (t * length <= snap) return h
  if ((1 - t) * length <= snap) return mesh.next[h]!
  mesh.splitEdge(h, mesh.x[a]! + t * dx, mesh.y[a]! + t * dy)
  return mesh.next[h]!
}

/**
 * Cuts a convex face by a line; returns [left, right] or undefined where a part would fall below minArea (m²) or the line
 * misses. Vertices nearer than `snap` metres are reused, so no edge becomes shorter than that.
 */
export function cutByLine(
  mesh: Mesh,
  face: number,
  line: Line,
  minArea: number,
  snap = 1,
): [number, number] | undefined {
  const edges = mesh.cycle(face)
  const distances = distancesTo(mesh, edges, line)
  const left = areaLeft(mesh, edges, distances, line)
  if (left < minArea) return undefined
  const opposite = { ...line, angle: line.angle + Math.PI }
  if (
    areaLeft(
      mesh,
      edges,
      distances.map((d) => -d),
      opposite,
    ) < minArea
  )
    return undefined
  const at = (i: number) => distances[i % edges.length]!
  const up = edges.findIndex((_, i) => at(i) < 0 && at(i + 1) >= 0)
  const down = edges.findIndex((_, i) => at(i) >= 0 && at(i + 1) < 0)
  if (up < 0 || down < 0) return undefined
  const ahead = vertexOn(mesh, edges[up]!, at(up), at(up + 1), snap)
  const behind = vertexOn(mesh, edges[down]!, at(down), at(down + 1), snap)
  if (ahead === behind || mesh.next[ahead] === behind || mesh.next[behind] === ahead) return undefined
  // The left part runs from the upward crossing round to the downward one.
  const made = mesh.cutFace(behind, ahead)
  return [made, face]
}

/** Cuts a strip of the given width about the line: [left, strip, right], or undefined (nothing cut) where a part would be too small. */
export function cutStrip(
  mesh: Mesh,
  face: number,
  line: Line,
  width: number,
  minArea: number,
): [left: number, strip: number, right: number] | undefined {
  const edges = mesh.cycle(face)
  const [high, low] = [shifted(line, width / 2), shifted(line, -width / 2)]
  const leftArea = areaLeft(mesh, edges, distancesTo(mesh, edges, high), high)
  const notRight = areaLeft(mesh, edges, distancesTo(mesh, edges, low), low)
  const opposite = { ...low, angle: low.angle + Math.PI }
  const rightArea = areaLeft(mesh, edges, distancesTo(mesh, edges, opposite), opposite)
  if (leftArea < minArea || rightArea < minArea || notRight - leftArea < width * 20) return undefined
  const first = cutByLine(mesh, face, high, minArea * 0.5, 0.3)
  if (!first) return undefined
  const second = cutByLine(mesh, first[1], low, width * 10, 0.3)
  if (!second) return [first[0], -1, first[1]]
  return [first[0], second[0], second[1]]
}
