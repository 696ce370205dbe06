import type { MultiPolygon, Ring } from '../types.ts'
import type { Faces } from './faces.ts'
import { toPosition } from './grid-segments.ts'
import { leftTurnOnGrid } from './orientation.ts'
import { origin } from './planar-graph.ts'

/** Nodes of a simple ring, the first not repeated, beginning at the leftmost (lowest) one. */
type NodeRing = number[]
type Shell = { region: number; nodes: NodeRing; holes: NodeRing[] }

/**
 * The area of every region as valid polygons: outer rings counter-clockwise, holes clockwise, each part connected, all
 * in order of their leftmost vertex. Regions share their vertices: a node on a border is in both neighbours' rings.
 * @param regionOf the region of each face, −1 for none
 */
export function collectRegions(plane: Faces, regionOf: Int32Array, regions: number): MultiPolygon[] {
  const shells: Shell[] = []
  const shellOf = new Int32Array(plane.faceOf.length).fill(-1)
  const lost: { halfEdges: number[]; holes: NodeRing[]; region: number; leftmost: number }[] = []
  for (const halfEdges of borderWalks(plane, regionOf)) {
    const region = regionOf[plane.faceOf[halfEdges[0]!]!]!
    const rings = splitAtRepeatedNodes(halfEdges.map((h) => origin(plane, h)))
    const outer = rings.find((ring) => isCounterClockwise(plane, ring))
    const holes = rings.filter((ring) => ring !== outer)
    if (!outer) {
      lost.push({
        halfEdges,
        holes,
        region,
        leftmost: holes.reduce((least, hole) => Math.min(least, hole[0]!), Infinity),
      })
      continue
    }
    for (const h of halfEdges) shellOf[h] = shells.length
    shells.push({ region, nodes: outer, holes })
  }
  // What lies just below the leftmost vertex of a hole bounds the same region and begins further left.
  for (const { halfEdges, holes, region, leftmost } of lost.sort((a, b) => a.leftmost - b.leftmost)) {
    const below = plane.edgeBelow(leftmost, (e) => isBorder(plane, regionOf, 2 * e, region))
    const shell = shellOf[2 * below]!
    for (const h of halfEdges) shellOf[h] = shell
    for (const hole of holes) shells[shell]!.holes.push(hole)
  }
  return assemble(plane, shells, regions)
}

function isBorder({ faceOf }: Faces, regionOf: Int32Array, h: number, region: number): boolean {
  return regionOf[faceOf[h]!] === region && regionOf[faceOf[h ^ 1]!] !== region
}

/** Closed walks along the half-edges that have a region on their left and another thing on their right. */
function* borderWalks(plane: Faces, regionOf: Int32Array): Generator<number[]> {
  const { faceOf, next } = plane
  const walked = new Uint8Array(faceOf.length)
  for (let start = 0; start < faceOf.length; start++) {
    const region = regionOf[faceOf[start]!]!
    if (region < 0 || walked[start] || !isBorder(plane, regionOf, start, region)) continue
    const walk: number[] = []
    for (let h = start; !walked[h]; ) {
      walked[h] = 1
      walk.push(h)
      // Turn clockwise through the region's own faces until its border is met again.
      h = next[h]!
      while (!isBorder(plane, regionOf, h, region)) h = next[h ^ 1]!
    }
    yield walk
  }
}

/** A walk may touch itself at a node; cut there it falls into simple rings. */
function splitAtRepeatedNodes(walk: number[]): NodeRing[] {
  const place = new Map<number, number>()
  const path: number[] = []
  const rings: NodeRing[] = []
  for (const node of walk) {
    const earlier = place.get(node)
    if (earlier !== undefined) {
      const ring = path.splice(earlier)
      for (const gone of ring) place.delete(gone)
      rings.push(startAtLeftmost(ring))
    }
    place.set(node, path.length)
    path.push(node)
  }
  rings.push(startAtLeftmost(path))
  return rings
}

function startAtLeftmost(ring: number[]): NodeRing {
  let first = 0
  for (let i = 1; i < ring.length; i++) if (ring[i]! < ring[first]!) first = i
  return [...ring.slice(first), ...ring.slice(0, first)]
}

/** At its leftmost (lowest) node a simple ring makes a true convex turn. */
function isCounterClockwise({ nodeX: x, nodeY: y }: Faces, ring: NodeRing): boolean {
  const [node, after] = ring as [number, number]
  const before = ring[ring.length - 1]!
  return leftTurnOnGrid(x[before]!, y[before]!, x[node]!, y[node]!, x[after]!, y[after]!) > 0
}

function assemble(plane: Faces, shells: Shell[], regions: number): MultiPolygon[] {
  const byLeftmost = (a: NodeRing, b: NodeRing) => a[0]! - b[0]! || a[1]! - b[1]!
  const toRing = (nodes: NodeRing): Ring =>
    [...nodes, nodes[0]!].map((node) => toPosition(plane.nodeX[node]!, plane.nodeY[node]!, plane))
  const result: MultiPolygon[] = Array.from({ length: regions }, () => [])
  for (const { region, nodes, holes } of shells.sort((a, b) => byLeftmost(a.nodes, b.nodes))) {
    result[region]!.push([toRing(nodes), ...holes.sort(byLeftmost).map(toRing)])
  }
  return result
}
