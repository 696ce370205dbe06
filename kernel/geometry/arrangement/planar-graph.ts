import { WALL } from './grid-segments.ts'
import type { NodedSegments } from './node-segments.ts'
import { leftTurnOnGrid } from './orientation.ts'

/**
 * Edges and half-edges of a noded arrangement. Edge e joins nodes left[e] < right[e] (numbers follow x, then y);
 * half-edge 2e runs from left to right, 2e + 1 back. `next` walks round the face on a half-edge's left.
 * `owners` lists, per edge, the rings that are entered or left across it.
 */
export type PlanarGraph = {
  nodeX: Float64Array
  nodeY: Float64Array
  left: Int32Array
  right: Int32Array
  ownerStart: Int32Array
  owners: Int32Array
  next: Int32Array
}

export const origin = (graph: PlanarGraph, h: number): number =>
  (h & 1) === 0 ? graph.left[h >> 1]! : graph.right[h >> 1]!

export function buildPlanarGraph(noded: NodedSegments): PlanarGraph {
  const edges = pruneDeadEnds(mergeEdges(noded), noded.nodeX.length)
  const graph = { nodeX: noded.nodeX, nodeY: noded.nodeY, ...edges, next: new Int32Array(2 * edges.left.length) }
  linkFaces(graph)
  return graph
}

type Edges = Pick<PlanarGraph, 'left' | 'right' | 'ownerStart' | 'owners'>

/**
 * Equal segments become one edge. A ring that runs along it an even number of times (a spike) is not entered across it; an edge across which nothing changes is no edge, unless it is a wall.
 */
function mergeEdges({ nodeX, from, to, owner }: NodedSegments): Edges {
  const nodes = nodeX.length
  const key = Float64Array.from(from, (a, i) => Math.min(a, to[i]!) * nodes + Math.max(a, to[i]!))
  const order = Uint32Array.from(from, (_, i) => i).sort((a, b) => key[a]! - key[b]! || owner[a]! - owner[b]!)
  const keys: number[] = []
  const owners: number[] = []
  const ownerStart = [0]
  for (let i = 0; i < order.length; ) {
    const edge = key[order[i]!]!
    let wall = false
    const before = owners.length
    while (i < order.length && key[order[i]!] === edge) {
      const who = owner[order[i]!]!
      let times = 0
      for (; i < order.length && key[order[i]!] === edge && owner[order[i]!] === who; i++) times++
      if (who === WALL) wall = true
      else if (times % 2 === 1) owners.push(who)
    }
    if (!wall && owners.length === before) continue
    keys.push(edge)
    ownerStart.push(owners.length)
  }
  return {
    left: Int32Array.from(keys, (edge) => Math.floor(edge / nodes)),
    right: Int32Array.from(keys, (edge) => edge % nodes),
    ownerStart: Int32Array.from(ownerStart),
    owners: Int32Array.from(owners),
  }
}

/** Takes walls away that end nowhere; rings leave no dead ends, every node has an even number of their edges. */
function pruneDeadEnds(edges: Edges, nodes: number): Edges {
  const { left, right, ownerStart, owners } = edges
  const degree = new Int32Array(nodes)
  const edgeSum = new Float64Array(nodes)
  for (let e = 0; e < left.length; e++) {
    for (const node of [left[e]!, right[e]!]) {
      degree[node]!++
      edgeSum[node]! += e
    }
  }
  const dead = new Set<number>()
  for (let start = 0; start < nodes; start++) {
    // At a node with one edge left, the sum of its edge numbers is that edge.
    for (let node = start; degree[node] === 1; ) {
      const e = edgeSum[node]!
      const other = left[e] === node ? right[e]! : left[e]!
      dead.add(e)
      for (const end of [node, other]) {
        degree[end]!--
        edgeSum[end]! -= e
      }
      node = other
    }
  }
  if (dead.size === 0) return edges
  const kept = Array.from(left, (_, e) => e).filter((e) => !dead.has(e))
  return {
    left: Int32Array.from(kept, (e) => left[e]!),
    right: Int32Array.from(kept, (e) => right[e]!),
    ownerStart: runningTotals(kept.map((e) => ownerStart[e + 1]! - ownerStart[e]!)),
    owners: Int32Array.from(kept.flatMap((e) => Array.from(owners.subarray(ownerStart[e]!, ownerStart[e + 1]!)))),
  }
}

/** 0, then the sum of the first, of the first two … */
function runningTotals(values: number[]): Int32Array {
  const totals = new Int32Array(values.length + 1)
  values.forEach((value, i) => {
    totals[i + 1] = totals[i]! + value
  })
  return totals
}

/** Sorts the half-edges that leave each node counter-clockwise and links every half-edge to the next of its face. */
function linkFaces(graph: PlanarGraph): void {
  const { nodeX, left, right, next } = graph
  const starts = new Int32Array(nodeX.length + 1)
  for (let e = 0; e < left.length; e++) {
    starts[left[e]! + 1]!++
    starts[right[e]! + 1]!++
  }
  for (let node = 0; node < nodeX.length; node++) starts[node + 1]! += starts[node]!
  const fill = starts.slice()
  const leaving = new Int32Array(2 * left.length)
  for (let h = 0; h < leaving.length; h++) leaving[fill[origin(graph, h)]!++] = h
  for (let node = 0; node < nodeX.length; node++) {
    const fan = leaving.subarray(starts[node]!, starts[node + 1]!)
    if (fan.length > 2) fan.sort((g, h) => compareDirections(graph, node, g, h))
    // Having come in along the twin of fan[k], the face on the left goes on along the half-edge clockwise of it.
    for (let k = 0; k < fan.length; k++) next[fan[k]! ^ 1] = fan[(k + fan.length - 1) % fan.length]!
  }
}

/** Counter-clockwise from south (excluded) over east and north; half-edges that go right come first. */
function compareDirections(graph: PlanarGraph, node: number, g: number, h: number): number {
  const side = (g & 1) - (h & 1)
  if (side !== 0) return side
  const a = origin(graph, g ^ 1)
  const b = origin(graph, h ^ 1)
  const { nodeX: x, nodeY: y } = graph
  return leftTurnOnGrid(x[node]!, y[node]!, x[a]!, y[a]!, x[b]!, y[b]!) > 0 ? -1 : 1
}
