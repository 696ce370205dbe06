import Flatbush from 'flatbush'

/** Finds vertices that may lie within `reach` of a segment: some too many, never one too few; one may come twice. */
export type VertexFinder = {
  /** Writes the ids to `found`; returns how many. */
  near(ax: number, ay: number, bx: number, by: number, reach: number, found: number[]): number
}

/** For segments that are long against the distance of the vertices: a tree of boxes. */
export function vertexTree(x: Float64Array, y: Float64Array, count: number): VertexFinder {
  const index = new Flatbush(Math.max(1, count))
  for (let id = 0; id < Math.max(1, count); id++) index.add(x[id] ?? 0, y[id] ?? 0, x[id] ?? 0, y[id] ?? 0)
  index.finish()
  return {
    near(ax, ay, bx, by, reach, found) {
      let hits = 0
      const [lowX, highX] = [Math.min(ax, bx) - reach, Math.max(ax, bx) + reach]
      index.search(lowX, Math.min(ay, by) - reach, highX, Math.max(ay, by) + reach, (id) => {
        found[hits++] = id
        return false
      })
      return hits
    },
  }
}

/** Vertices by the square they lie in; squares are hashed, so empty land and far-off places cost nothing. */
export class VertexGrid implements VertexFinder {
  readonly #x: Float64Array
  readonly #y: Float64Array
  readonly #size: number
  readonly #count: number
  readonly #mask: number
  readonly #start: Uint32Array
  readonly #ids: Uint32Array

  /** @param size of a square; about the length of a usual segment is best */
  constructor(x: Float64Array, y: Float64Array, count: number, size: number) {
    this.#x = x
    this.#y = y
    this.#size = size
    this.#count = count
    let buckets = 16
    while (buckets < count) buckets *= 2
    this.#mask = buckets - 1
    this.#start = new Uint32Array(buckets + 2)
    this.#ids = new Uint32Array(count)
    for (let id = 0; id < count; id++) this.#start[this.#bucketOf(id) + 2]!++
    for (let b = 2; b < buckets + 2; b++) this.#start[b]! += this.#start[b - 1]!
    for (let id = 0; id < count; id++) this.#ids[this.#start[this.#bucketOf(id) + 1]!++] = id
  }

  /** How many share the square of a vertex, on average. */
  crowd(): number {
    let sum = 0
    for (let b = 0; b <= this.#mask; b++) sum += (this.#start[b + 1]! - this.#start[b]!) ** 2
    return sum / Math.max(1, this.#count)
  }

  #bucketOf(id: number): number {
    return this.#bucket(Math.floor(this.#x[id]! / this.#size), Math.floor(this.#y[id]! / this.#size))
  }

  #bucket(column: number, row: number): number {
    const h = Math.imul((column | 0) ^ Math.imul(row | 0, 0x9e3779b1), 0x85ebca6b)
    return (h ^ (h >>> 15)) & this.#mask
  }

  near(ax: number, ay: number, bx: number, by: number, reach: number, found: number[]): number {
    const size = this.#size
    const [lowX, highX] = ax < bx ? [ax, bx] : [bx, ax]
    const [lowY, highY] = ay < by ? [ay, by] : [by, ay]
    const first = Math.floor((lowX - reach) / size)
    const last = Math.floor((highX + reach) / size)
    const slope = (by - ay) / (bx - ax)
    let count = 0
    if (!(last - first + (highY - lowY) / size < this.#count)) return this.#all(found)
    for (let column = first; column <= last; column++) {
      let low = lowY
      let high = highY
      if (last > first && ax !== bx) {
        // Of a segment across several columns only the stretch in this one, with room for rounding.
        const left = ay + slope * (Math.max(lowX, column * size - reach) - ax)
        const right = ay + slope * (Math.min(highX, (column + 1) * size + reach) - ax)
        low = Math.max(lowY, Math.min(left, right) - 1)
        high = Math.min(highY, Math.max(left, right) + 1)
      }
      const top = Math.floor((high + reach) / size)
      for (let row = Math.floor((low - reach) / size); row <= top; row++) {
        const b = this.#bucket(column, row)
        for (let k = this.#start[b]!, end = this.#start[b + 1]!; k < end; k++) found[count++] = this.#ids[k]!
      }
    }
    return count
  }

  #all(found: number[]): number {
    for (let id = 0; id < this.#count; id++) found[id] = id
    return this.#count
  }
}
