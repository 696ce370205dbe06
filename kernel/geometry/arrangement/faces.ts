import type { Position, Ring } from '../types.ts'
import { type EdgeBelow, edgeBelowFinder } from './edge-below.ts'
import { type GridSegments, gridSegments } from './grid-segments.ts'
import { nodeSegments } from './node-segments.ts'
import { leftTurnOnGrid } from './orientation.ts'
import { buildPlanarGraph, origin, type PlanarGraph } from './planar-graph.ts'

/** The plane cut up by segments: `faceOf` gives the face on the left of a half-edge, face 0 is the unbounded one. */
export type Faces = PlanarGraph & {
  originX: number
  originY: number
  faceOf: Int32Array
  faces: number
  edgeBelow: EdgeBelow
}

export type Arrangement = Faces & {
  /** For each face, the rings (places in the input, ascending) that it lies in. Faces share equal arrays. */
  ringsRound: readonly (readonly number[])[]
}

/**
 * Cuts the plane along all rings, and along the walls. What a ring goes round an odd number of times lies in it
 * (even-odd), so its direction is of no account.
 * @throws RangeError when a coordinate is not finite or too far out
 */
export function arrange(rings: Ring[], walls: Position[][] = []): Arrangement {
  const plane = facesOf(gridSegments(rings, walls))
  return { ...plane, ringsRound: placeFaces(plane, plane.faceOf, plane.faces) }
}

/** The faces between segments that go round something together (every node as often entered as left). @throws TooTangled */
export function facesOf(segments: GridSegments): Faces {
  const graph = buildPlanarGraph(nodeSegments(segments))
  const edgeBelow = edgeBelowFinder(graph)
  return { ...graph, ...originOf(segments), ...findFaces(graph, edgeBelow), edgeBelow }
}

const originOf = ({ originX, originY }: GridSegments) => ({ originX, originY })

function findFaces(graph: PlanarGraph, edgeBelow: EdgeBelow): { faceOf: Int32Array; faces: number } {
  const { loopOf, loops } = findLoops(graph)
  const faceOfLoop = new Int32Array(loops).fill(-1)
  const outerLoops = outerLoopOfComponents(graph, loopOf)
  const outer = new Set(outerLoops.map(({ loop }) => loop))
  let faces = 1
  for (let loop = 0; loop < loops; loop++) if (!outer.has(loop)) faceOfLoop[loop] = faces++
  // From left to right: what lies below the leftmost node of a component has begun further left.
  for (const { loop, node } of outerLoops) {
    const e = outerLoops.length > 1 ? edgeBelow(node, () => true) : -1
    faceOfLoop[loop] = e < 0 ? 0 : faceOfLoop[loopOf[2 * e]!]!
  }
  return { faceOf: loopOf.map((loop) => faceOfLoop[loop]!), faces }
}

function findLoops({ next }: PlanarGraph): { loopOf: Int32Array; loops: number } {
  const loopOf = new Int32Array(next.length).fill(-1)
  let loops = 0
  for (let start = 0; start < next.length; start++) {
    if (loopOf[start] !== -1) continue
    for (let h = start; loopOf[h] === -1; h = next[h]!) loopOf[h] = loops
    loops++
  }
  return { loopOf, loops }
}

/** For every connected component its leftmost (lowest) node and the loop round its outside, from left to right. */
function outerLoopOfComponents(graph: PlanarGraph, loopOf: Int32Array): { node: number; loop: number }[] {
  const reached = new Uint8Array(graph.left.length)
  const result: { node: number; loop: number }[] = []
  const stack: number[] = []
  // Edges are in order of their left node, so the first edge of a component starts at its leftmost node.
  for (let e = 0; e < reached.length; e++) {
    if (reached[e]) continue
    result.push({ node: graph.left[e]!, loop: loopOf[lowestFrom(graph, 2 * e) ^ 1]! })
    stack.push(2 * e)
    while (stack.length > 0) {
      const h = stack.pop()!
      if (reached[h >> 1]) continue
      reached[h >> 1] = 1
      stack.push(graph.next[h]!, graph.next[h ^ 1]!)
    }
  }
  return result
}

/** Of the half-edges that leave the same node to the right, the lowest; `h` is one of them. */
function lowestFrom(graph: PlanarGraph, h: number): number {
  let lowest = h
  for (let g = graph.next[h ^ 1]!; g !== h; g = graph.next[g ^ 1]!) {
    if (isClockwiseOf(graph, g, lowest)) lowest = g
  }
  return lowest
}

function isClockwiseOf(graph: PlanarGraph, g: number, h: number): boolean {
  const { nodeX: x, nodeY: y } = graph
  const node = origin(graph, g)
  const a = origin(graph, g ^ 1)
  const b = origin(graph, h ^ 1)
  return leftTurnOnGrid(x[node]!, y[node]!, x[b]!, y[b]!, x[a]!, y[a]!) < 0
}

/** Walks from face to face, starting outside of all rings, and goes in or out of rings at every edge crossed. */
function placeFaces(graph: PlanarGraph, faceOf: Int32Array, faces: number): readonly (readonly number[])[] {
  const known = new Map<string, readonly number[]>()
  const ringsRound = new Array<readonly number[] | undefined>(faces)
  ringsRound[0] = []
  const { starts, halfEdges } = halfEdgesByFace(faceOf, faces)
  const queue = [0]
  for (let at = 0; at < queue.length; at++) {
    const face = queue[at]!
    for (let k = starts[face]!; k < starts[face + 1]!; k++) {
      const h = halfEdges[k]!
      const beyond = faceOf[h ^ 1]!
      if (ringsRound[beyond]) continue
      const inside = toggle(ringsRound[face]!, graph, h >> 1)
      const name = inside.join()
      if (!known.has(name)) known.set(name, inside)
      ringsRound[beyond] = known.get(name)!
      queue.push(beyond)
    }
  }
  return ringsRound as (readonly number[])[]
}

export function halfEdgesByFace(faceOf: Int32Array, faces: number): { starts: Int32Array; halfEdges: Int32Array } {
  const starts = new Int32Array(faces + 1)
  for (const face of faceOf) starts[face + 1]!++
  for (let face = 0; face < faces; face++) starts[face + 1]! += starts[face]!
  const fill = starts.slice()
  const halfEdges = new Int32Array(faceOf.length)
  faceOf.forEach((face, h) => {
    halfEdges[fill[face]!++] = h
  })
  return { starts, halfEdges }
}

function toggle(rings: readonly number[], { ownerStart, owners }: PlanarGraph, e: number): number[] {
  const changed = new Set(rings)
  for (let k = ownerStart[e]!; k < ownerStart[e + 1]!; k++) {
    if (!changed.delete(owners[k]!)) changed.add(owners[k]!)
  }
  return [...changed].sort((a, b) => a - b)
}
