/** A hash table that numbers grid cells in the order they are first seen; flat arrays, no object per cell. */
export class CellTable {
  count = 0
  x: Float64Array
  y: Float64Array
  #slots: Int32Array

  constructor(expected: number) {
    let size = 16
    while (size < expected * 2) size *= 2
    this.x = new Float64Array(size / 2)
    this.y = new Float64Array(size / 2)
    this.#slots = new Int32Array(size).fill(-1)
  }

  /** The number of the cell, given now if it is new. */
  add(x: number, y: number): number {
    const slot = this.#find(x, y)
    const known = this.#slots[slot]!
    if (known >= 0) return known
    if (this.count === this.x.length) {
      this.#grow()
      return this.add(x, y)
    }
    this.x[this.count] = x
    this.y[this.count] = y
    this.#slots[slot] = this.count
    return this.count++
  }

  #find(x: number, y: number): number {
    const mask = this.#slots.length - 1
    // The low 32 bits of both coordinates, mixed by odd constants; wrap-around is wanted.
    let slot = Math.imul((x | 0) ^ Math.imul(y | 0, 0x9e3779b1), 0x85ebca6b)
    slot = (slot ^ (slot >>> 15)) & mask
    for (;;) {
      const id = this.#slots[slot]!
      if (id < 0 || (this.x[id] === x && this.y[id] === y)) return slot
      slot = (slot + 1) & mask
    }
  }

  #grow(): void {
    const { x, y, count } = this
    this.x = new Float64Array(2 * count)
    this.y = new Float64Array(2 * count)
    this.x.set(x)
    this.y.set(y)
    this.#slots = new Int32Array(4 * count).fill(-1)
    for (let id = 0; id < count; id++) this.#slots[this.#find(x[id]!, y[id]!)] = id
  }
}
