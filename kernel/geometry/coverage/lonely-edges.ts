import type { PolygonSet } from '../flat/polygon-set.ts'
import { type TiledEdges, tileEdges } from './tile-edges.ts'

/**
 * In a sound coverage every edge inside it is run along twice, once each way. The edges (named by their first vertex)
 * for which this is not so, to the last bit of their coordinates: outer rims, T-junctions, and whatever is wrong.
 * Shared edges cancel, so how often a place is covered can only change across these.
 */
export function lonelyEdges(set: PolygonSet, left: Uint8Array): Uint32Array {
  const tiled = tileEdges(set, left)
  const { at, start } = tiled
  const table = new TwinTable(set.coordinates, tiled)
  let kept = 0
  for (let tile = 0; tile + 1 < start.length; tile++) {
    const from = start[tile]!
    const to = start[tile + 1]!
    table.clear(to - from)
    for (let k = from; k < to; k++) table.add(at[k]!)
    // A tile has at least as many edges as lonely ones, so these may be written over what has been read.
    kept = table.lonely(at, kept)
  }
  return at.slice(0, kept)
}

/** Slot states: the edge is there once, once each way, or otherwise. */
const ONCE = 1
const PAIRED = 2
const CROWDED = 3

/** Edges of one tile by hash; open addressing. Of a slot the first edge is kept, of a pair the second too. */
class TwinTable {
  readonly #c: Float64Array
  readonly #minX: number
  readonly #minY: number
  readonly #scale: number
  #mask = 0
  #hash = new Int32Array(0)
  #edge = new Uint32Array(0)
  #twin = new Uint32Array(0)
  #state = new Uint8Array(0)
  #extra: number[] = []
  #last = -1
  #lastHash = 0

  constructor(coordinates: Float64Array, { minX, minY, scale }: TiledEdges) {
    this.#c = coordinates
    this.#minX = minX
    this.#minY = minY
    this.#scale = scale
  }

  clear(edges: number): void {
    let size = 64
    while (size < 2 * edges) size *= 2
    if (this.#state.length < size) {
      this.#hash = new Int32Array(size)
      this.#edge = new Uint32Array(size)
      this.#twin = new Uint32Array(size)
      this.#state = new Uint8Array(size)
    } else this.#state.fill(0, 0, size)
    this.#mask = size - 1
    this.#extra.length = 0
    this.#last = -1
  }

  #hashAt(v: number): number {
    const x = ((this.#c[2 * v]! - this.#minX) * this.#scale) | 0
    const y = ((this.#c[2 * v + 1]! - this.#minY) * this.#scale) | 0
    const h = Math.imul(x ^ Math.imul(y, 0x9e3779b1), 0x85ebca6b)
    return Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  }

  add(v: number): void {
    // Edges of a ring follow one another: the end of the last one is the start of this one.
    const a = this.#last === v ? this.#lastHash : this.#hashAt(v)
    const b = this.#hashAt(v + 1)
    this.#last = v + 1
    this.#lastHash = b
    const hash = (a + b) | 0
    const mask = this.#mask
    for (let slot = (hash ^ (hash >>> 13)) & mask; ; slot = (slot + 1) & mask) {
      const state = this.#state[slot]!
      if (state === 0) {
        this.#state[slot] = ONCE
        this.#hash[slot] = hash
        this.#edge[slot] = v
        return
      }
      if (this.#hash[slot] === hash && this.#meets(slot, state, v)) return
    }
  }

  /** Whether the slot holds the same edge; v is then entered there. */
  #meets(slot: number, state: number, v: number): boolean {
    const c = this.#c
    const e = 2 * this.#edge[slot]!
    const k = 2 * v
    const reverse = c[e] === c[k + 2] && c[e + 1] === c[k + 3] && c[e + 2] === c[k] && c[e + 3] === c[k + 1]
    if (!reverse && !(c[e] === c[k] && c[e + 1] === c[k + 1] && c[e + 2] === c[k + 2] && c[e + 3] === c[k + 3])) {
      return false
    }
    if (state === ONCE && reverse) {
      this.#state[slot] = PAIRED
      this.#twin[slot] = v
      return true
    }
    if (state === PAIRED) this.#extra.push(this.#twin[slot]!)
    this.#state[slot] = CROWDED
    this.#extra.push(v)
    return true
  }

  lonely(into: Uint32Array, at: number): number {
    let end = at
    for (let slot = 0; slot <= this.#mask; slot++) {
      const state = this.#state[slot]!
      if (state === ONCE || state === CROWDED) into[end++] = this.#edge[slot]!
    }
    for (const v of this.#extra) into[end++] = v
    return end
  }
}
