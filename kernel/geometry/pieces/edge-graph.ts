import { CellTable } from '../arrangement/cell-table.ts'
import type { Noder } from '../arrangement/noder.ts'
import { leftTurnOnGrid } from '../arrangement/orientation.ts'

/**
 * The edges of a noded arrangement: half-edge 2e runs from node `ends.x[e]` to node `ends.y[e]`, 2e + 1 back. `mask`
 * has, in `words` words an edge, a bit for every owner that is entered or left across it; owners that run along it an
 * even number of times are not. Edges without any bit are no edges. `next` walks round the face on the left.
 */
export class EdgeGraph {
  readonly ends = new CellTable()
  words = 1
  mask = new Uint32Array(256)
  next = new Int32Array(256)
  nodeX!: Float64Array
  nodeY!: Float64Array
  #starts = new Int32Array(128)
  #leaving = new Int32Array(256)

  get edges(): number {
    return this.ends.count
  }

  origin(h: number): number {
    return (h & 1) === 0 ? this.ends.x[h >> 1]! : this.ends.y[h >> 1]!
  }

  isEdge(e: number): boolean {
    for (let w = 0; w < this.words; w++) if (this.mask[e * this.words + w] !== 0) return true
    return false
  }

  /** @param owners how many there are; `ownerOf` gives the owner of each segment */
  build(noder: Noder, ownerOf: Int32Array, owners: number): this {
    this.nodeX = noder.nodes.x
    this.nodeY = noder.nodes.y
    this.words = (owners + 31) >> 5
    this.#merge(noder, ownerOf)
    this.#link(noder.nodes.count)
    return this
  }

  #merge({ pieces, from, to, segment }: Noder, ownerOf: Int32Array): void {
    const { ends, words } = this
    ends.clear(pieces)
    if (this.mask.length < pieces * words) this.mask = new Uint32Array(2 * pieces * words)
    this.mask.fill(0, 0, pieces * words)
    for (let k = 0; k < pieces; k++) {
      const a = from[k]!
      const b = to[k]!
      const e = a < b ? ends.add(a, b) : ends.add(b, a)
      const owner = ownerOf[segment[k]!]!
      this.mask[e * words + (owner >> 5)]! ^= 1 << (owner & 31)
    }
  }

  /** Links every half-edge to the next of its face: the one clockwise of its twin at the node it comes to. */
  #link(nodes: number): void {
    const { edges, ends } = this
    if (this.next.length < 2 * edges) this.next = new Int32Array(4 * edges)
    if (this.#starts.length < nodes + 2) this.#starts = new Int32Array(2 * nodes + 2)
    if (this.#leaving.length < 2 * edges) this.#leaving = new Int32Array(4 * edges)
    const starts = this.#starts.fill(0, 0, nodes + 2)
    for (let e = 0; e < edges; e++) {
      if (!this.isEdge(e)) continue
      starts[ends.x[e]! + 2]!++
      starts[ends.y[e]! + 2]!++
    }
    for (let node = 2; node <= nodes + 1; node++) starts[node]! += starts[node - 1]!
    for (let e = 0; e < edges; e++) {
      if (!this.isEdge(e)) continue
      this.#leaving[starts[ends.x[e]! + 1]!++] = 2 * e
      this.#leaving[starts[ends.y[e]! + 1]!++] = 2 * e + 1
    }
    for (let node = 0; node < nodes; node++) this.#linkFan(starts[node]!, starts[node + 1]!)
  }

  #linkFan(from: number, to: number): void {
    const fan = this.#leaving
    if (to - from > 16) fan.subarray(from, to).sort((g, h) => this.#compare(g, h))
    else if (to - from > 2) this.#sortFew(from, to)
    for (let k = from; k < to; k++) this.next[fan[k]! ^ 1] = fan[k === from ? to - 1 : k - 1]!
  }

  #sortFew(from: number, to: number): void {
    const fan = this.#leaving
    for (let k = from + 1; k < to; k++) {
      const h = fan[k]!
      let at = k
      for (; at > from && this.#compare(h, fan[at - 1]!) < 0; at--) fan[at] = fan[at - 1]!
      fan[at] = h
    }
  }

  /** Counter-clockwise from south (excluded) over east and north; half-edges that go right come first. */
  #compare(g: number, h: number): number {
    const { nodeX: x, nodeY: y } = this
    const node = this.origin(g)
    const a = this.origin(g ^ 1)
    const b = this.origin(h ^ 1)
    const aRight = x[a]! > x[node]! || (x[a] === x[node] && y[a]! > y[node]!)
    const bRight = x[b]! > x[node]! || (x[b] === x[node] && y[b]! > y[node]!)
    if (aRight !== bRight) return aRight ? -1 : 1
    return leftTurnOnGrid(x[node]!, y[node]!, x[a]!, y[a]!, x[b]!, y[b]!) > 0 ? -1 : 1
  }
}
