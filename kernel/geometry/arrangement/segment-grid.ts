import type { GridSegments } from './grid-segments.ts'

/** Up to so many segments each is compared with each; laying a grid would cost more. */
const FEW = 24

/**
 * Segments by place: a grid laid so that all lists together are not much longer than the segments are many. A segment
 * stands in every field that its box meets.
 */
export class SegmentGrid {
  #count = 0
  #left = new Float64Array(128)
  #right = new Float64Array(128)
  #bottom = new Float64Array(128)
  #top = new Float64Array(128)
  #minX = 0
  #minY = 0
  #columns = 1
  #rows = 1
  #perX = 0
  #perY = 0
  #starts = new Int32Array(64)
  #listed = new Int32Array(256)

  build(segments: GridSegments): this {
    this.#count = segments.count
    this.#takeBoxes(segments)
    this.#lay()
    this.#list()
    return this
  }

  #takeBoxes({ count, ax, ay, bx, by }: GridSegments): void {
    if (this.#left.length < count) {
      this.#left = new Float64Array(2 * count)
      this.#right = new Float64Array(2 * count)
      this.#bottom = new Float64Array(2 * count)
      this.#top = new Float64Array(2 * count)
    }
    for (let i = 0; i < count; i++) {
      const isRising = by[i]! >= ay[i]!
      const isForward = bx[i]! >= ax[i]!
      this.#left[i] = isForward ? ax[i]! : bx[i]!
      this.#right[i] = isForward ? bx[i]! : ax[i]!
      this.#bottom[i] = isRising ? ay[i]! : by[i]!
      this.#top[i] = isRising ? by[i]! : ay[i]!
    }
  }

  #lay(): void {
    const count = this.#count
    this.#columns = 1
    this.#rows = 1
    this.#perX = 0
    this.#perY = 0
    if (count <= FEW) return
    let [minX, minY, maxX, maxY, sumX, sumY, sumXY] = [Infinity, Infinity, -Infinity, -Infinity, 0, 0, 0]
    for (let i = 0; i < count; i++) {
      const dx = this.#right[i]! - this.#left[i]!
      const dy = this.#top[i]! - this.#bottom[i]!
      if (this.#left[i]! < minX) minX = this.#left[i]!
      if (this.#right[i]! > maxX) maxX = this.#right[i]!
      if (this.#bottom[i]! < minY) minY = this.#bottom[i]!
      if (this.#top[i]! > maxY) maxY = this.#top[i]!
      sumX += dx
      sumY += dy
      sumXY += dx * dy
    }
    const width = maxX - minX + 1
    const height = maxY - minY + 1
    // Fields as large as a usual segment, unless the lists grow too long by the few that are larger.
    let columns = Math.min(count, (width * count) / (sumX + 1))
    let rows = Math.min(count, (height * count) / (sumY + 1))
    const entries = () => count + (sumX / width) * columns + (sumY / height) * rows + (sumXY / (width * height)) * columns * rows // biome-ignore format: one row
    while ((entries() > 6 * count || columns * rows > 4 * count) && columns * rows > 1) {
      columns = Math.max(1, columns / 1.4)
      rows = Math.max(1, rows / 1.4)
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
      const left = this.#column(this.#left[i]!)
      const right = this.#column(this.#right[i]!)
      const top = this.#row(this.#top[i]!)
      for (let row = this.#row(this.#bottom[i]!); row <= top; row++) {
        for (let column = left; column <= right; column++) visit(row * this.#columns + column, i)
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

  /** Every pair of segments whose boxes meet, once, the smaller number first. */
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
          // Of several fields that both stand in, the one at the lower left corner of what their boxes share counts.
          if (fields > 1 && this.#fieldOf(Math.max(left[j]!, minX), Math.max(bottom[j]!, minY)) !== field) continue
          visit(i, j)
        }
      }
    }
  }

  /** Every segment whose box contains a place that lies within the box of all segments. */
  forEachAt(x: number, y: number, visit: (i: number) => void): void {
    const field = this.#fieldOf(x, y)
    const end = this.#starts[field + 1]!
    for (let a = this.#starts[field]!; a < end; a++) {
      const i = this.#listed[a]!
      if (x >= this.#left[i]! && x <= this.#right[i]! && y >= this.#bottom[i]! && y <= this.#top[i]!) visit(i)
    }
  }
}
