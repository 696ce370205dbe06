import type { EdgeGraph } from './edge-graph.ts'

/** Edges of a graph by the x they span, for looking up and down: columns laid so that the lists stay short. */
export class EdgeColumns {
  #minX = 0
  #perX = 0
  #columns = 1
  #starts = new Int32Array(64)
  #listed = new Int32Array(256)

  build(graph: EdgeGraph): this {
    const { edges, nodeX, ends } = graph
    let [minX, maxX, reach, count] = [Infinity, -Infinity, 0, 0]
    for (let e = 0; e < edges; e++) {
      const a = nodeX[ends.x[e]!]!
      const b = nodeX[ends.y[e]!]!
      if (a === b || !graph.isEdge(e)) continue
      minX = Math.min(minX, a, b)
      maxX = Math.max(maxX, a, b)
      reach += Math.abs(b - a)
      count++
    }
    const width = maxX - minX
    this.#columns = count === 0 ? 1 : Math.max(1, Math.floor(Math.min(count, (2 * count * width) / reach)))
    this.#minX = count === 0 ? 0 : minX
    this.#perX = count === 0 ? 0 : this.#columns / width
    if (this.#starts.length < this.#columns + 2) this.#starts = new Int32Array(2 * this.#columns + 2)
    this.#list(graph)
    return this
  }

  #list(graph: EdgeGraph): void {
    const { edges, nodeX, ends } = graph
    // Counted two columns further on, filled one column further on: what is left are the beginnings.
    const starts = this.#starts.fill(0, 0, this.#columns + 2)
    for (let round = 2; round >= 1; round--) {
      for (let e = 0; e < edges; e++) {
        const a = nodeX[ends.x[e]!]!
        const b = nodeX[ends.y[e]!]!
        if (a === b || !graph.isEdge(e)) continue
        for (let k = this.#columnOf(Math.min(a, b)), last = this.#columnOf(Math.max(a, b)); k <= last; k++) {
          if (round === 2) starts[k + 2]!++
          else this.#listed[starts[k + 1]!++] = e
        }
      }
      if (round === 1) return
      for (let k = 2; k <= this.#columns + 1; k++) starts[k]! += starts[k - 1]!
      if (this.#listed.length < starts[this.#columns + 1]!)
        this.#listed = new Int32Array(2 * starts[this.#columns + 1]!)
    }
  }

  #columnOf(x: number): number {
    const k = Math.floor((x - this.#minX) * this.#perX)
    return k < 0 ? 0 : k >= this.#columns ? this.#columns - 1 : k
  }

  /** Every edge that may span x, and others. */
  forEachAt(x: number, visit: (edge: number) => void): void {
    const column = this.#columnOf(x)
    for (let i = this.#starts[column]!; i < this.#starts[column + 1]!; i++) visit(this.#listed[i]!)
  }
}
