import { CellTable } from './cell-table.ts'
import type { GridSegments } from './grid-segments.ts'
import { addCrossing, meetsCell } from './segment-crossing.ts'
import { SegmentGrid } from './segment-grid.ts'

/** Lines that cross each other so often (more than 4 × segments + 10⁵ nodes) that no real boundary can be meant. */
export class TooTangled extends RangeError {}

/** Nodes a segment from which it pays to lay the grid again, finer. */
const MANY_CROSSINGS = 4

/**
 * Snap rounding (Hobby 1999): every end point and every crossing is a hot cell, and every segment is bent through the
 * centres of the hot cells it meets. All tests are exact, so one pass suffices; nothing moves by more than 0.71 cell.
 * What `node` leaves in the arrays holds until it is called again: pieces that meet only at their ends, or are the same,
 * in the order and direction of their segments; nodes in the order they were met.
 */
export class Noder {
  readonly nodes = new CellTable()
  pieces = 0
  from = new Int32Array(128)
  to = new Int32Array(128)
  /** The segment a piece belongs to. */
  segment = new Int32Array(128)
  readonly #grid = new SegmentGrid()
  #start = new Int32Array(128)
  #end = new Int32Array(128)
  /** Hot cells that a segment passes between its ends: lists linked by `#nextHit`. */
  #firstHit = new Int32Array(128)
  #nextHit = new Int32Array(128)
  #hitNode = new Int32Array(128)
  #hits = 0

  /** @throws TooTangled */
  node(segments: GridSegments): void {
    const { count, ax, ay, bx, by } = segments
    this.nodes.clear(2 * count)
    this.#makeRoom(count)
    for (let i = 0; i < count; i++) {
      this.#start[i] = this.nodes.add(ax[i]!, ay[i]!)
      this.#end[i] = this.nodes.add(bx[i]!, by[i]!)
    }
    this.#hits = 0
    if (count > 0) {
      this.#grid.build(segments)
      this.#findCrossings(segments)
      if (this.nodes.count > MANY_CROSSINGS * count) this.#grid.build(segments, 4 * this.nodes.count)
      this.#findHits(segments)
    }
    this.#chain(segments)
  }

  #makeRoom(count: number): void {
    if (this.#start.length >= count) return
    this.#start = new Int32Array(2 * count)
    this.#end = new Int32Array(2 * count)
    this.#firstHit = new Int32Array(2 * count)
  }

  #findCrossings(segments: GridSegments): void {
    const limit = 4 * segments.count + 1e5
    this.#grid.forEachPair((i, j) => {
      const a = this.#start[i]!
      const b = this.#end[i]!
      const c = this.#start[j]!
      const d = this.#end[j]!
      // Segments that share an end cross nowhere else.
      if (a === c || a === d || b === c || b === d) return
      addCrossing(this.nodes, segments, i, j)
      if (this.nodes.count > limit)
        throw new TooTangled(`${this.nodes.count} crossings among ${segments.count} segments`)
    })
  }

  #findHits({ count, ax, ay, bx, by }: GridSegments): void {
    this.#firstHit.fill(-1, 0, count)
    const { x, y } = this.nodes
    for (let node = 0; node < this.nodes.count; node++) {
      this.#grid.forEachAt(x[node]!, y[node]!, (i) => {
        if (this.#start[i] === node || this.#end[i] === node) return
        if (meetsCell(ax[i]!, ay[i]!, bx[i]!, by[i]!, x[node]!, y[node]!)) this.#addHit(i, node)
      })
    }
  }

  #addHit(segment: number, node: number): void {
    if (this.#hits === this.#hitNode.length) {
      this.#nextHit = longer(this.#nextHit)
      this.#hitNode = longer(this.#hitNode)
    }
    this.#hitNode[this.#hits] = node
    this.#nextHit[this.#hits] = this.#firstHit[segment]!
    this.#firstHit[segment] = this.#hits++
  }

  /** Cuts every segment at the cells it meets. */
  #chain({ count, ax, ay, bx, by }: GridSegments): void {
    const pieces = count + this.#hits
    if (this.from.length < pieces) {
      this.from = new Int32Array(2 * pieces)
      this.to = new Int32Array(2 * pieces)
      this.segment = new Int32Array(2 * pieces)
    }
    this.pieces = 0
    const { x, y } = this.nodes
    for (let i = 0; i < count; i++) {
      if (this.#hits === 0 || this.#firstHit[i]! < 0) {
        this.#addPiece(this.#start[i]!, this.#end[i]!, i)
        continue
      }
      const along: number[] = []
      for (let hit = this.#firstHit[i]!; hit >= 0; hit = this.#nextHit[hit]!) along.push(this.#hitNode[hit]!)
      // A straight segment passes its cells as a staircase: the sum of both ordinates, signed, puts them in order.
      const right = Math.sign(bx[i]! - ax[i]!)
      const up = Math.sign(by[i]! - ay[i]!)
      if (along.length > 1) along.sort((a, b) => right * (x[a]! - x[b]!) + up * (y[a]! - y[b]!))
      let last = this.#start[i]!
      for (const node of along) {
        this.#addPiece(last, node, i)
        last = node
      }
      this.#addPiece(last, this.#end[i]!, i)
    }
  }

  #addPiece(from: number, to: number, segment: number): void {
    this.from[this.pieces] = from
    this.to[this.pieces] = to
    this.segment[this.pieces++] = segment
  }
}

function longer(list: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const twice = new Int32Array(2 * list.length)
  twice.set(list)
  return twice
}
