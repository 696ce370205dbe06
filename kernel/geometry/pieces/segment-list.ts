import type { GridSegments } from '../arrangement/grid-segments.ts'

/** Segments that are being gathered; the arrays are used again. Owners are numbered as the caller likes. */
export class SegmentList implements GridSegments {
  originX = 0
  originY = 0
  count = 0
  ax = new Float64Array(128)
  ay = new Float64Array(128)
  bx = new Float64Array(128)
  by = new Float64Array(128)
  owner = new Int32Array(128)

  clear(originX: number, originY: number): void {
    this.originX = originX
    this.originY = originY
    this.count = 0
  }

  add(ax: number, ay: number, bx: number, by: number, owner: number): void {
    if (this.count === this.owner.length) this.#grow()
    this.ax[this.count] = ax
    this.ay[this.count] = ay
    this.bx[this.count] = bx
    this.by[this.count] = by
    this.owner[this.count++] = owner
  }

  #grow(): void {
    const size = 2 * this.count
    for (const name of ['ax', 'ay', 'bx', 'by'] as const) {
      const longer = new Float64Array(size)
      longer.set(this[name])
      this[name] = longer
    }
    const owners = new Int32Array(size)
    owners.set(this.owner)
    this.owner = owners
  }
}
