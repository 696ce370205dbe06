/** A hash table that numbers grid cells in the order they are first seen; flat arrays, no object per cell. */
export class CellTable {
  count = 0
  x = new Float64Array(64)
  y = new Float64Array(64)
  #slots = new Int32Array(256)
  #mask = 255

  constructor(expected = 32) {
    this.clear(expected)
  }

  /** Forgets all cells; room for so many is made now, more is made when it is needed. */
  clear(expected: number): this {
    let size = 64
    while (size < expected * 2) size *= 2
    if (size > this.#slots.length) this.#slots = new Int32Array(size)
    this.#mask = size - 1
    this.#slots.fill(-1, 0, size)
    this.count = 0
    if (this.x.length < size / 2) {
      this.x = new Float64Array(size / 2)
      this.y = new Float64Array(size / 2)
    }
    return this
  }

  /** The number of the cell, given now if it is new. */
  add(x: number, y: number): number {
    const slot = this.#find(x, y)
    const known = this.#slots[slot]!
    if (known >= 0) return known
    if (2 * this.count > this.#mask) {
      this.#grow()
      return this.add(x, y)
    }
    this.x[this.count] = x
    this.y[this.count] = y
    this.#slots[slot] = this.count
    return this.count++
  }

  #find(x: number, y: number): number {
    // The low 32 bits of both coordinates, mixed by odd constants; wrap-around is wanted.
    let slot = Math.imul((x | 0) ^ Math.imul(y | 0, 0x9e3779b1), 0x85ebca6b)
    slot = (slot ^ (slot >>> 15)) & this.#mask
    for (;;) {
      const id = this.#slots[slot]!
      if (id < 0 || (this.x[id] === x && this.y[id] === y)) return slot
      slot = (slot + 1) & this.#mask
    }
  }

  #grow(): void {
    const { count } = this
    const x = this.x.slice(0, count)
    const y = this.y.slice(0, count)
    this.clear(2 * count + 2)
    for (let id = 0; id < count; id++) this.add(x[id]!, y[id]!)
  }
}
