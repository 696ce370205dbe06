import Flatbush from 'flatbush'
import { leftTurnOnGrid } from './orientation.ts'
import type { PlanarGraph } from './planar-graph.ts'

/** Finds the nearest edge strictly below a node, as seen just to the right of it; −1 when there is none. */
export type EdgeBelow = (node: number, accept: (edge: number) => boolean) => number

export function edgeBelowFinder(graph: PlanarGraph): EdgeBelow {
  const { nodeX, nodeY, left, right } = graph
  let index: Flatbush | undefined
  const build = () => {
    const built = new Flatbush(left.length)
    for (let e = 0; e < left.length; e++) {
      const ya = nodeY[left[e]!]!
      const yb = nodeY[right[e]!]!
      built.add(nodeX[left[e]!]!, Math.min(ya, yb), nodeX[right[e]!]!, Math.max(ya, yb))
    }
    built.finish()
    return built
  }
  return (node, accept) => {
    index ??= build()
    const x = nodeX[node]!
    const y = nodeY[node]!
    let best = -1
    index.search(x, -Infinity, x, y, (e) => {
      if (!accept(e) || nodeX[right[e]!]! <= x || !runsBelow(graph, e, node)) return false
      if (best < 0 || isAbove(graph, e, best)) best = e
      return false
    })
    return best
  }
}

function sideOfEdge({ nodeX, nodeY, left, right }: PlanarGraph, e: number, node: number): number {
  const a = left[e]!
  const b = right[e]!
  return leftTurnOnGrid(nodeX[a]!, nodeY[a]!, nodeX[b]!, nodeY[b]!, nodeX[node]!, nodeY[node]!)
}

const runsBelow = (graph: PlanarGraph, e: number, node: number) => sideOfEdge(graph, e, node) > 0

/** Whether e lies above f where their ranges of x meet; both are noded, so they share an end or nothing. */
function isAbove(graph: PlanarGraph, e: number, f: number): boolean {
  const { nodeX, left, right } = graph
  if (nodeX[left[e]!]! < nodeX[left[f]!]!) return !isAbove(graph, f, e)
  const start = sideOfEdge(graph, f, left[e]!)
  if (start !== 0) return start > 0
  if (nodeX[right[e]!]! <= nodeX[right[f]!]!) return sideOfEdge(graph, f, right[e]!) > 0
  return sideOfEdge(graph, e, right[f]!) < 0
}
