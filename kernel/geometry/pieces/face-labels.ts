import { leftTurnOnGrid } from '../arrangement/orientation.ts'
import { EdgeColumns } from './edge-columns.ts'
import type { EdgeGraph } from './edge-graph.ts'
import type { SegmentList } from './segment-list.ts'

/** After so many looks over more than so many edges it pays to know the edges by column. */
const SOME_LOOKS = 4
const FEW_EDGES = 64

/**
 * Loops of half-edges, and for each the owners that the face on its left lies in (bits as in `EdgeGraph.mask`). Only
 * what lies in owner 0, the subject, has all its edges here, so only its loops can be trusted for the other owners; a
 * loop is known to be one of the subject's in any case.
 */
export class FaceLabels {
  loops = 0
  /** A half-edge of each loop. */
  first = new Int32Array(64)
  loopOf = new Int32Array(256)
  label = new Uint32Array(64)
  #known = new Uint8Array(64)
  #queue = new Int32Array(64)
  #looks = 0
  readonly #columns = new EdgeColumns()

  find(graph: EdgeGraph, below: SegmentList): this {
    this.#findLoops(graph)
    const size = this.loops * graph.words
    if (this.label.length < size) this.label = new Uint32Array(2 * size)
    if (this.#known.length < this.loops) {
      this.#known = new Uint8Array(2 * this.loops)
      this.#queue = new Int32Array(2 * this.loops)
    }
    this.label.fill(0, 0, size)
    this.#known.fill(0, 0, this.loops)
    this.#looks = 0
    for (let loop = 0; loop < this.loops; loop++) {
      if (this.#known[loop]) continue
      this.#look(graph, loop, below)
      this.#spread(graph, loop)
    }
    return this
  }

  isInSubject(graph: EdgeGraph, loop: number): boolean {
    return (this.label[loop * graph.words]! & 1) === 1
  }

  #findLoops(graph: EdgeGraph): void {
    const { edges, next } = graph
    if (this.loopOf.length < 2 * edges) this.loopOf = new Int32Array(4 * edges)
    this.loopOf.fill(-1, 0, 2 * edges)
    this.loops = 0
    for (let start = 0; start < 2 * edges; start++) {
      if (this.loopOf[start] !== -1 || !graph.isEdge(start >> 1)) continue
      if (this.loops === this.first.length) {
        const longer = new Int32Array(2 * this.loops)
        longer.set(this.first)
        this.first = longer
      }
      this.first[this.loops] = start
      for (let h = start; this.loopOf[h] === -1; h = next[h]!) this.loopOf[h] = this.loops
      this.loops++
    }
  }

  /** Looks down from an edge of the loop and counts what is passed: even-odd, exact. */
  #look(graph: EdgeGraph, loop: number, below: SegmentList): void {
    const { nodeX: x, nodeY: y, words, ends, mask } = graph
    const h = this.#slanting(graph, loop)
    const [a, b] = leftToRight(graph, h >> 1)
    const x0 = x[a]!
    this.#forEachNear(graph, x0, (f) => {
      let c = ends.x[f]!
      let d = ends.y[f]!
      if (x[c]! > x[d]!) [c, d] = [d, c]
      if (x[c]! > x0 || x[d]! <= x0 || f === h >> 1) return
      const side = leftTurnOnGrid(x[c]!, y[c]!, x[d]!, y[d]!, x0, y[a]!)
      // Both begin at the same node: the one that turns right lies below.
      const isBelow = side !== 0 ? side > 0 : leftTurnOnGrid(x[a]!, y[a]!, x[b]!, y[b]!, x[d]!, y[d]!) < 0
      if (isBelow) for (let w = 0; w < words; w++) this.label[loop * words + w]! ^= mask[f * words + w]!
    })
    // A half-edge that runs to the right has its face above it.
    if (graph.origin(h) === a)
      for (let w = 0; w < words; w++) this.label[loop * words + w]! ^= mask[(h >> 1) * words + w]!
    for (let k = 0; k < below.count; k++) {
      if (Math.min(below.ax[k]!, below.bx[k]!) > x0 || Math.max(below.ax[k]!, below.bx[k]!) <= x0) continue
      const owner = below.owner[k]!
      this.label[loop * words + (owner >> 5)]! ^= 1 << (owner & 31)
    }
  }

  /** All edges that may span x; from many edges and looks on, by columns. */
  #forEachNear(graph: EdgeGraph, x: number, visit: (edge: number) => void): void {
    if (this.#looks++ === SOME_LOOKS && graph.edges > FEW_EDGES) this.#columns.build(graph)
    if (this.#looks > SOME_LOOKS && graph.edges > FEW_EDGES) this.#columns.forEachAt(x, visit)
    else for (let e = 0; e < graph.edges; e++) if (graph.isEdge(e)) visit(e)
  }

  /** A half-edge of the loop that is not vertical; every loop has one, or goes up and down a dead end. */
  #slanting(graph: EdgeGraph, loop: number): number {
    const first = this.first[loop]!
    let h = first
    while (graph.nodeX[graph.origin(h)] === graph.nodeX[graph.origin(h ^ 1)]) {
      h = graph.next[h]!
      if (h === first) break
    }
    return h
  }

  /** Goes on to the loops on the other side of edges that are not the subject's. */
  #spread(graph: EdgeGraph, start: number): void {
    const { words, mask, next } = graph
    this.#known[start] = 1
    this.#queue[0] = start
    for (let at = 0, filled = 1; at < filled; at++) {
      const loop = this.#queue[at]!
      const first = this.first[loop]!
      let h = first
      do {
        const beyond = this.loopOf[h ^ 1]!
        const edge = (h >> 1) * words
        if (!this.#known[beyond] && (mask[edge]! & 1) === 0) {
          for (let w = 0; w < words; w++)
            this.label[beyond * words + w] = this.label[loop * words + w]! ^ mask[edge + w]!
          this.#known[beyond] = 1
          this.#queue[filled++] = beyond
        }
        h = next[h]!
      } while (h !== first)
    }
  }
}

function leftToRight({ ends, nodeX }: EdgeGraph, e: number): [number, number] {
  const a = ends.x[e]!
  const b = ends.y[e]!
  return nodeX[a]! <= nodeX[b]! ? [a, b] : [b, a]
}
