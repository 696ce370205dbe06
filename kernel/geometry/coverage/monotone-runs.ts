/**
 * Edges in a row that all go towards one quadrant. `start` and `end`: first vertex of the first edge, and of the edge
 * after the last; `right`, `up`: 1 when x, y does not fall; `seam`: for the last run of a ring the first run of that ring,
 * else −1. The arrays are used again by the next call.
 */
export type Runs = {
  count: number
  start: Uint32Array
  end: Uint32Array
  right: Uint8Array
  up: Uint8Array
  seam: Int32Array
  box: Float64Array
}

let runs = room(256)

function room(size: number): Runs {
  return {
    count: 0,
    start: new Uint32Array(size),
    end: new Uint32Array(size),
    right: new Uint8Array(size),
    up: new Uint8Array(size),
    seam: new Int32Array(size),
    box: new Float64Array(4 * size),
  }
}

/** The runs of the rings `first` … `end − 1`, ring by ring. */
export function layRuns(c: Float64Array, ringStart: Uint32Array, first: number, end: number): Runs {
  const size = ringStart[end]! - ringStart[first]!
  if (runs.start.length < size) runs = room(2 * size)
  runs.count = 0
  for (let r = first; r < end; r++) {
    const begin = runs.count
    const last = ringStart[r + 1]! - 1
    let from = ringStart[r]!
    let right = 0
    let up = 0
    let px = c[2 * from]!
    let py = c[2 * from + 1]!
    for (let v = from; v < last; v++) {
      const x = c[2 * v + 2]!
      const y = c[2 * v + 3]!
      const dx = x > px ? 1 : x < px ? -1 : 0
      const dy = y > py ? 1 : y < py ? -1 : 0
      if (dx * right < 0 || dy * up < 0) {
        closeRun(c, from, v, right, up)
        from = v
        right = dx
        up = dy
      } else {
        if (dx !== 0) right = dx
        if (dy !== 0) up = dy
      }
      px = x
      py = y
    }
    closeRun(c, from, last, right, up)
    runs.seam[runs.count - 1] = begin
  }
  return runs
}

function closeRun(c: Float64Array, from: number, to: number, right: number, up: number): void {
  const k = runs.count++
  runs.start[k] = from
  runs.end[k] = to
  runs.right[k] = right >= 0 ? 1 : 0
  runs.up[k] = up >= 0 ? 1 : 0
  runs.seam[k] = -1
  const ax = c[2 * from]!
  const ay = c[2 * from + 1]!
  const bx = c[2 * to]!
  const by = c[2 * to + 1]!
  runs.box[4 * k] = Math.min(ax, bx)
  runs.box[4 * k + 1] = Math.min(ay, by)
  runs.box[4 * k + 2] = Math.max(ax, bx)
  runs.box[4 * k + 3] = Math.max(ay, by)
}
