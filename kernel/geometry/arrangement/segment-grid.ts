import type { GridSegments } from './grid-segments.ts'

/** Up to so many segments each is compared with each; laying a grid would cost more. */
const FEW = 24

/** Cells by which a segment is listed too widely: more than a hot cell and all rounding reach. */
const MARGIN = 2

/**
 * Segments by place: a grid laid so that all lists together have about `entries` places. A segment stands in every field
 * that it comes within a cell of.
 */
export class SegmentGrid {
  #count = 0
  #left = new Float64Array(128)
  #right = new Float64Array(128)
  #bottom = new Float64Array(128)
  #top = new Float64Array(128)
  #xAtBottom = new Float64Array(128)
  /** x per y. */
  #slant = new Float64Array(128)
  #minX = 0
  #minY = 0
  #columns = 1
  #rows = 1
  #perX = 0
  #perY = 0
  #starts = new Int32Array(64)
  #listed = new Int32Array(256)

  build(segments: GridSegments, entries = 6 * segments.count): this {
    this.#count = segments.count
    this.#takeBoxes(segments)
    this.#lay(entries)
    this.#list()
    return this
  }

  #takeBoxes({ count, ax, ay, bx, by }: GridSegments): void {
    if (this.#left.length < count) {
      this.#left = new Float64Array(2 * count)
      this.#right = new Float64Array(2 * count)
      this.#bottom = new Float64Array(2 * count)
      this.#top = new Float64Array(2 * count)
      this.#xAtBottom = new Float64Array(2 * count)
      this.#slant = new Float64Array(2 * count)
    }
    for (let i = 0; i < count; i++) {
      const isRising = by[i]! >= ay[i]!
      const isForward = bx[i]! >= ax[i]!
      this.#left[i] = isForward ? ax[i]! : bx[i]!
      this.#right[i] = isForward ? bx[i]! : ax[i]!
      this.#bottom[i] = isRising ? ay[i]! : by[i]!
      this.#top[i] = isRising ? by[i]! : ay[i]!
      this.#xAtBottom[i] = isRising ? ax[i]! : bx[i]!
      this.#slant[i] = ay[i] === by[i] ? 0 : (bx[i]! - ax[i]!) / (by[i]! - ay[i]!)
    }
  }

  #lay(entries: number): void {
    const count = this.#count
    this.#columns = 1
    this.#rows = 1
    this.#perX = 0
    this.#perY = 0
    if (count <= FEW) return
    let [minX, minY, maxX, maxY, sumX, sumY] = [Infinity, Infinity, -Infinity, -Infinity, 0, 0]
    for (let i = 0; i < count; i++) {
      const dx = this.#right[i]! - this.#left[i]!
      const dy = this.#top[i]! - this.#bottom[i]!
      if (this.#left[i]! < minX) minX = this.#left[i]!
      if (this.#right[i]! > maxX) maxX = this.#right[i]!
      if (this.#bottom[i]! < minY) minY = this.#bottom[i]!
      if (this.#top[i]! > maxY) maxY = this.#top[i]!
      sumX += dx
      sumY += dy
    }
    const width = maxX - minX + 1
    const height = maxY - minY + 1
    // Fields as large as a usual segment, or smaller where longer lists are wanted.
    const spare = Math.max(0, entries - count) / 2
    let columns = Math.max(1, Math.min(spare, (width * spare) / (sumX + 1)))
    let rows = Math.max(1, Math.min(spare, (height * spare) / (sumY + 1)))
    const most = Math.max(4 * count, entries)
    if (columns * rows > most) {
      const shrink = Math.sqrt((columns * rows) / most)
      columns = Math.max(1, columns / shrink)
      rows = Math.max(1, rows / shrink)
    }
    this.#columns = Math.floor(columns)
    this.#rows = Math.floor(rows)
    this.#minX = minX
    this.#minY = minY
    this.#perX = this.#columns / width
    this.#perY = this.#rows / height
  }

  #list(): void {
    const count = this.#count
    const fields = this.#columns * this.#rows
    if (this.#starts.length < fields + 2) this.#starts = new Int32Array(2 * fields + 2)
    const starts = this.#starts.fill(0, 0, fields + 2)
    if (fields === 1) {
      if (this.#listed.length < count) this.#listed = new Int32Array(2 * count)
      for (let i = 0; i < count; i++) this.#listed[i] = i
      starts[1] = count
      return
    }
    // Counted two fields further on, filled one field further on: what is left are the beginnings.
    this.#forEachEntry((field) => {
      starts[field + 2]!++
    })
    for (let k = 2; k <= fields + 1; k++) starts[k]! += starts[k - 1]!
    if (this.#listed.length < starts[fields + 1]!) this.#listed = new Int32Array(2 * starts[fields + 1]!)
    this.#forEachEntry((field, i) => {
      this.#listed[starts[field + 1]!++] = i
    })
  }

  #forEachEntry(visit: (field: number, i: number) => void): void {
    for (let i = 0; i < this.#count; i++) {
      const first = this.#row(this.#bottom[i]!)
      const last = this.#row(this.#top[i]!)
      for (let row = first; row <= last; row++) {
        let from = this.#left[i]!
        let to = this.#right[i]!
        if (first !== last) {
          // What the segment spans in this row, and a little more.
          const low = (row / this.#perY + this.#minY - MARGIN - this.#bottom[i]!) * this.#slant[i]!
          const high = ((row + 1) / this.#perY + this.#minY + MARGIN - this.#bottom[i]!) * this.#slant[i]!
          from = Math.max(from, this.#xAtBottom[i]! + Math.min(low, high) - MARGIN)
          to = Math.min(to, this.#xAtBottom[i]! + Math.max(low, high) + MARGIN)
        }
        const end = this.#column(to)
        for (let column = this.#column(from); column <= end; column++) visit(row * this.#columns + column, i)
      }
    }
  }

  #column(x: number): number {
    return Math.floor((x - this.#minX) * this.#perX)
  }

  #row(y: number): number {
    return Math.floor((y - this.#minY) * this.#perY)
  }

  #fieldOf(x: number, y: number): number {
    return this.#row(y) * this.#columns + this.#column(x)
  }

  /** Every pair of segments that come near each other and whose boxes meet, the smaller number first; some more than once. */
  forEachPair(visit: (i: number, j: number) => void): void {
    const left = this.#left
    const right = this.#right
    const bottom = this.#bottom
    const top = this.#top
    const listed = this.#listed
    const fields = this.#columns * this.#rows
    for (let field = 0; field < fields; field++) {
      const end = this.#starts[field + 1]!
      for (let a = this.#starts[field]!; a < end; a++) {
        const i = listed[a]!
        const minX = left[i]!
        const maxX = right[i]!
        const minY = bottom[i]!
        const maxY = top[i]!
        for (let b = a + 1; b < end; b++) {
          const j = listed[b]!
          if (left[j]! > maxX || right[j]! < minX || bottom[j]! > maxY || top[j]! < minY) continue
          visit(i, j)
        }
      }
    }
  }

  /** Every segment that may pass through the cell of a place, which must lie within the box of all segments. */
  forEachAt(x: number, y: number, visit: (i: number) => void): void {
    const field = this.#fieldOf(x, y)
    const end = this.#starts[field + 1]!
    for (let a = this.#starts[field]!; a < end; a++) {
      const i = this.#listed[a]!
      if (x >= this.#left[i]! && x <= this.#right[i]! && y >= this.#bottom[i]! && y <= this.#top[i]!) visit(i)
    }
  }
}
