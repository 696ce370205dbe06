import { TOLERANCE_CELLS } from './tolerance.ts'

/**
 * Directed pieces between numbered vertices. One that runs back along another takes both away, if the edges they
 * belong to lie within the tolerance of each other. Flat arrays and a hash table of chains; no object per piece.
 */
export class PieceTable {
  count = 0
  from: Int32Array
  to: Int32Array
  /** 1 while the piece is there. */
  alive: Uint8Array
  /** Whose edge it belongs to: whatever the caller says. */
  tag: Uint8Array
  /** How far the edge of a piece passes from its ends at most, in cells. */
  #off: Float32Array
  #next: Int32Array
  readonly #heads: Int32Array

  constructor(expected: number) {
    let buckets = 64
    while (buckets < expected) buckets *= 2
    this.#heads = new Int32Array(buckets).fill(-1)
    this.from = new Int32Array(buckets)
    this.to = new Int32Array(buckets)
    this.alive = new Uint8Array(buckets)
    this.tag = new Uint8Array(buckets)
    this.#off = new Float32Array(buckets)
    this.#next = new Int32Array(buckets)
  }

  add(from: number, to: number, off: number, tag: number): void {
    if (from === to) return
    const low = Math.min(from, to)
    const h = Math.imul(low ^ Math.imul(Math.max(from, to), 0x9e3779b1), 0x85ebca6b)
    const bucket = (h ^ (h >>> 15)) & (this.#heads.length - 1)
    let before = -1
    for (let piece = this.#heads[bucket]!; piece >= 0; piece = this.#next[piece]!) {
      if (this.from[piece] === to && this.to[piece] === from && this.#off[piece]! + off <= TOLERANCE_CELLS) {
        this.alive[piece] = 0
        if (before < 0) this.#heads[bucket] = this.#next[piece]!
        else this.#next[before] = this.#next[piece]!
        return
      }
      before = piece
    }
    if (this.count === this.from.length) this.#grow()
    const piece = this.count++
    this.from[piece] = from
    this.to[piece] = to
    this.alive[piece] = 1
    this.tag[piece] = tag
    this.#off[piece] = off
    this.#next[piece] = this.#heads[bucket]!
    this.#heads[bucket] = piece
  }

  #grow(): void {
    const larger = <T extends Int32Array | Uint8Array | Float32Array>(make: new (size: number) => T, old: T): T => {
      const array = new make(2 * old.length)
      array.set(old as never)
      return array
    }
    this.from = larger(Int32Array, this.from)
    this.to = larger(Int32Array, this.to)
    this.alive = larger(Uint8Array, this.alive)
    this.tag = larger(Uint8Array, this.tag)
    this.#off = larger(Float32Array, this.#off)
    this.#next = larger(Int32Array, this.#next)
  }
}
