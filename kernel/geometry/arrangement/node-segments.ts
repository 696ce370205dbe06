import type { GridSegments } from './grid-segments.ts'
import { Noder } from './noder.ts'

/**
 * Segments that meet only at their ends, or are the same. Nodes are in order of x, then y, so nothing downstream
 * depends on the order of the input. `from[k]`–`to[k]` keeps the direction of the segment it comes from.
 */
export type NodedSegments = {
  nodeX: Float64Array
  nodeY: Float64Array
  from: Int32Array
  to: Int32Array
  owner: Int32Array
}

/**
 * Snap rounding of segments, see `Noder`.
 * @throws TooTangled
 */
export function nodeSegments(segments: GridSegments): NodedSegments {
  const noder = new Noder()
  noder.node(segments)
  const { x, y, count } = noder.nodes
  const order = Uint32Array.from({ length: count }, (_, i) => i).sort((a, b) => x[a]! - x[b]! || y[a]! - y[b]!)
  const rank = new Int32Array(count)
  order.forEach((node, place) => {
    rank[node] = place
  })
  const pieces = <T>(give: (k: number) => T) => Array.from({ length: noder.pieces }, (_, k) => give(k))
  return {
    nodeX: Float64Array.from(order, (node) => x[node]!),
    nodeY: Float64Array.from(order, (node) => y[node]!),
    from: Int32Array.from(pieces((k) => rank[noder.from[k]!]!)),
    to: Int32Array.from(pieces((k) => rank[noder.to[k]!]!)),
    owner: Int32Array.from(pieces((k) => segments.owner[noder.segment[k]!]!)),
  }
}
