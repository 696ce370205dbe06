import type { GridSegments } from './grid-segments.ts'

/** Up to so many segments each is compared with each; laying a grid would cost more. */
const FEW = 24

/**
 * Segments by place: a grid laid so that all lists together are not much longer than the segments are many. A segment
 * stands in every field that its box meets.
 */
export class SegmentGrid {
  #segments!: GridSegments
  #minX = 0
  #minY = 0
  #columns = 1
  #rows = 1
  #perX = 0
  #perY = 0
  #starts = new Int32Array(64)
  #listed = new Int32Array(256)

  build(segments: GridSegments): this {
    this.#segments = segments
    this.#lay(segments)
    this.#list(segments)
    return this
  }

  #lay({ count, ax, ay, bx, by }: GridSegments): void {
    let [minX, minY, maxX, maxY, sumX, sumY, sumXY] = [Infinity, Infinity, -Infinity, -Infinity, 0, 0, 0]
    for (let i = 0; i < count; i++) {
      minX = Math.min(minX, ax[i]!, bx[i]!)
      maxX = Math.max(maxX, ax[i]!, bx[i]!)
      minY = Math.min(minY, ay[i]!, by[i]!)
      maxY = Math.max(maxY, ay[i]!, by[i]!)
      const dx = Math.abs(bx[i]! - ax[i]!)
      const dy = Math.abs(by[i]! - ay[i]!)
      sumX += dx
      sumY += dy
      sumXY += dx * dy
    }
    const width = maxX - minX + 1
    const height = maxY - minY + 1
    // Fields as large as a usual segment, unless the lists grow too long by the few that are larger.
    let columns = count <= FEW ? 1 : Math.min(count, (width * count) / (sumX + 1))
    let rows = count <= FEW ? 1 : Math.min(count, (height * count) / (sumY + 1))
    const entries = () => count + (sumX / width) * columns + (sumY / height) * rows + (sumXY / (width * height)) * columns * rows // biome-ignore format: one row
    while ((entries() > 6 * count || columns * rows > 4 * count) && columns * rows > 1) {
      columns = Math.max(1, columns / 1.4)
      rows = Math.max(1, rows / 1.4)
    }
    this.#columns = Math.max(1, Math.floor(columns))
    this.#rows = Math.max(1, Math.floor(rows))
    this.#minX = minX
    this.#minY = minY
    this.#perX = this.#columns / width
    this.#perY = this.#rows / height
  }

  #list({ count, ax, ay, bx, by }: GridSegments): void {
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
    for (let round = 2; round >= 1; round--) {
      for (let i = 0; i < count; i++) {
        const left = this.#column(Math.min(ax[i]!, bx[i]!))
        const right = this.#column(Math.max(ax[i]!, bx[i]!))
        const top = this.#row(Math.max(ay[i]!, by[i]!))
        for (let row = this.#row(Math.min(ay[i]!, by[i]!)); row <= top; row++) {
          for (let field = row * this.#columns + left; field <= row * this.#columns + right; field++) {
            if (round === 2) starts[field + 2]!++
            else this.#listed[starts[field + 1]!++] = i
          }
        }
      }
      if (round === 1) break
      for (let k = 2; k <= fields + 1; k++) starts[k]! += starts[k - 1]!
      if (this.#listed.length < starts[fields + 1]!) this.#listed = new Int32Array(2 * starts[fields + 1]!)
    }
  }

  #column(x: number): number {
    return Math.floor((x - this.#minX) * this.#perX)
  }

  #row(y: number): number {
    return Math.floor((y - this.#minY) * this.#perY)
  }

  /** Every pair of segments whose boxes meet, once, the smaller number first. */
  forEachPair(visit: (i: number, j: number) => void): void {
    const { ax, ay, bx, by } = this.#segments
    const fields = this.#columns * this.#rows
    for (let field = 0; field < fields; field++) {
      const end = this.#starts[field + 1]!
      for (let a = this.#starts[field]!; a < end; a++) {
        const i = this.#listed[a]!
        const minX = Math.min(ax[i]!, bx[i]!)
        const maxX = Math.max(ax[i]!, bx[i]!)
        const minY = Math.min(ay[i]!, by[i]!)
        const maxY = Math.max(ay[i]!, by[i]!)
        for (let b = a + 1; b < end; b++) {
          const j = this.#listed[b]!
          const left = Math.min(ax[j]!, bx[j]!)
          const low = Math.min(ay[j]!, by[j]!)
          if (left > maxX || low > maxY || Math.max(ax[j]!, bx[j]!) < minX || Math.max(ay[j]!, by[j]!) < minY) continue
          // Of several fields that both stand in, the one at the lower left corner of what their boxes share counts.
          if (
            fields > 1 &&
            this.#row(Math.max(low, minY)) * this.#columns + this.#column(Math.max(left, minX)) !== field
          )
            continue
          visit(i, j)
        }
      }
    }
  }

  /** Every segment whose box contains a place that lies within the box of all segments. */
  forEachAt(x: number, y: number, visit: (i: number) => void): void {
    const { ax, ay, bx, by } = this.#segments
    const field = this.#row(y) * this.#columns + this.#column(x)
    for (let a = this.#starts[field]!; a < this.#starts[field + 1]!; a++) {
      const i = this.#listed[a]!
      if (x < Math.min(ax[i]!, bx[i]!) || x > Math.max(ax[i]!, bx[i]!)) continue
      if (y < Math.min(ay[i]!, by[i]!) || y > Math.max(ay[i]!, by[i]!)) continue
      visit(i)
    }
  }
}
