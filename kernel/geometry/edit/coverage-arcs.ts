import type { MultiPolygon, Position, Ring } from '../types.ts'
import { finite } from './finite-position.ts'
import { nearestOnSegment } from './nearest-on-segment.ts'

/** A stretch of border between two nodes, as vertex numbers; always in the same direction, whoever asks. */
export type Arc = {
  vertices: number[]
  /** A straighter arc joins the same two nodes: this one must not fall on to its chord. */
  bent: boolean
}

/** A ring as arcs and the way each is passed. */
export type ArcRing = { arc: number; backward: boolean }[]

export type CoverageArcs = { positions: Position[]; arcs: Arc[]; rings: ArcRing[][][] }

/**
 * Cuts the borders of a coverage at its nodes, where more than two edges meet, so that every border between two
 * neighbours is one arc for both. A ring without a node is cut at its least vertex and at the one farthest from that;
 * every arc so has two different ends.
 */
export function coverageArcs(geometries: MultiPolygon[]): CoverageArcs {
  const { positions, walks } = numberVertices(geometries)
  const isNode = findNodes(walks.flat(2), positions)
  const arcs: Arc[] = []
  const known = new Map<string, number>()
  const arcOf = (path: number[]): ArcRing[number] => {
    const backward = comparePositions(positions[path[0]!]!, positions[path.at(-1)!]!) > 0
    const vertices = backward ? path.toReversed() : path
    const key = `${vertices[0]},${vertices[1]}`
    const arc = known.get(key) ?? arcs.push({ vertices, bent: false }) - 1
    known.set(key, arc)
    return { arc, backward }
  }
  const rings = walks.map((polygons) => polygons.map((walk) => walk.map((ring) => cutRing(ring, isNode, positions).map(arcOf)))) // biome-ignore format: one row
  markPairs(arcs, positions)
  return { positions, arcs, rings }
}

/** The ring, closed again, of what became of its arcs. */
export function ringOfArcs(ring: ArcRing, lines: Position[][]): Ring {
  const path = ring.flatMap(({ arc, backward }) => {
    const line = lines[arc]!
    return backward ? line.slice(1).reverse() : line.slice(0, -1)
  })
  return path.length > 0 ? [...path, path[0]!] : []
}

export const comparePositions = ([ax, ay]: Position, [bx, by]: Position): number => ax - bx || ay - by

function numberVertices(geometries: MultiPolygon[]): { positions: Position[]; walks: number[][][][] } {
  const positions: Position[] = []
  const numbers = new Map<string, number>()
  const numberOf = (position: Position) => {
    const key = finite(position).join()
    const number = numbers.get(key) ?? positions.push(position) - 1
    numbers.set(key, number)
    return number
  }
  const walk = (ring: Ring) => {
    const path = ring.map(numberOf).filter((vertex, i, all) => i === 0 || vertex !== all[i - 1])
    return path[0] === path.at(-1) ? path : [...path, path[0]!]
  }
  return { positions, walks: geometries.map((geometry) => geometry.map((polygon) => polygon.map(walk))) }
}

/** Vertices that do not have exactly two neighbours. */
function findNodes(walks: number[][], positions: Position[]): (vertex: number) => boolean {
  const first = new Int32Array(positions.length).fill(-1)
  const second = new Int32Array(positions.length).fill(-1)
  const more = new Uint8Array(positions.length)
  const meet = (vertex: number, other: number) => {
    if (first[vertex] === -1 || first[vertex] === other) first[vertex] = other
    else if (second[vertex] === -1 || second[vertex] === other) second[vertex] = other
    else more[vertex] = 1
  }
  for (const walk of walks) {
    for (let i = 1; i < walk.length; i++) {
      meet(walk[i - 1]!, walk[i]!)
      meet(walk[i]!, walk[i - 1]!)
    }
  }
  return (vertex) => more[vertex] === 1 || second[vertex] === -1
}

/** Paths from node to node round the ring; one that comes back to where it began is cut where it is farthest away. */
function cutRing(walk: number[], isNode: (vertex: number) => boolean, positions: Position[]): number[][] {
  const open = walk.slice(0, -1)
  if (open.length < 2) return []
  const least = open.reduce((best, vertex, i) => (comparePositions(positions[vertex]!, positions[open[best]!]!) < 0 ? i : best), 0) // biome-ignore format: one row
  const node = open.findIndex(isNode)
  const start = node < 0 ? least : node
  const path = [...open.slice(start), ...open.slice(0, start + 1)]
  const cuts = path.flatMap((vertex, i) => (i === 0 || i === path.length - 1 || isNode(vertex) ? [i] : []))
  return cuts.slice(1).flatMap((end, k) => {
    const piece = path.slice(cuts[k]!, end + 1)
    if (piece[0] !== piece.at(-1)) return [piece]
    const far = farthestFromStart(piece, positions)
    return [piece.slice(0, far + 1), piece.slice(far)]
  })
}

function farthestFromStart(path: number[], positions: Position[]): number {
  const [x, y] = positions[path[0]!]!
  const distance = (i: number) => Math.hypot(positions[path[i]!]![0] - x, positions[path[i]!]![1] - y)
  return path.reduce((best, vertex, i) => {
    const longer = distance(i) - distance(best) || comparePositions(positions[path[best]!]!, positions[vertex]!)
    return longer > 0 ? i : best
  }, 0)
}

/** Of arcs between the same two nodes only the straightest may become the chord; the others keep a vertex at least. */
function markPairs(arcs: Arc[], positions: Position[]): void {
  const byEnds = new Map<string, Arc[]>()
  for (const arc of arcs) {
    const ends = `${arc.vertices[0]},${arc.vertices.at(-1)}`
    const list = byEnds.get(ends)
    if (list) list.push(arc)
    else byEnds.set(ends, [arc])
  }
  const second = (arc: Arc) => positions[arc.vertices[1]!]!
  for (const list of byEnds.values()) {
    if (list.length < 2) continue
    list.sort((a, b) => bend(a, positions) - bend(b, positions) || comparePositions(second(a), second(b)))
    for (const arc of list.slice(1)) arc.bent = true
  }
}

/** How far an arc gets from its chord, m. */
function bend({ vertices }: Arc, positions: Position[]): number {
  const [a, b] = [positions[vertices[0]!]!, positions[vertices.at(-1)!]!]
  return vertices.reduce((most, vertex) => Math.max(most, nearestOnSegment(positions[vertex]!, a, b).distance), 0)
}
