import { featureCount, type PolygonSet } from './polygon-set.ts'

/** So many places at most are looked at to lay rows and columns. */
const SAMPLE = 4096

/**
 * The features row by row to and fro, so that what follows one another lies near and finds its surroundings still in the
 * cache. Rows and columns hold about as many features each: some that lie far out do not spoil it. Only the order of
 * work: results must not depend on it.
 */
export function spatialOrder(set: PolygonSet): Uint32Array {
  const count = featureCount(set)
  const side = Math.max(1, Math.floor(Math.sqrt(count / 2)))
  const rows = borders(set, 1, side)
  const columns = borders(set, 0, side)
  const fieldOf = (f: number) => {
    const row = placeAmong(rows, set.boxes[4 * f + 1]!)
    const column = placeAmong(columns, set.boxes[4 * f]!)
    return row * side + (row % 2 === 0 ? column : side - 1 - column)
  }
  const fields = Uint32Array.from({ length: count }, (_, f) => fieldOf(f))
  const starts = new Uint32Array(side * side + 2)
  for (const field of fields) starts[field + 2]!++
  for (let k = 2; k < starts.length; k++) starts[k]! += starts[k - 1]!
  const order = new Uint32Array(count)
  fields.forEach((field, f) => {
    order[starts[field + 1]!++] = f
  })
  return order
}

/** `side` − 1 values that part the left (0) or lower (1) ends of the boxes into groups of about one size. */
function borders({ boxes }: PolygonSet, axis: 0 | 1, side: number): Float64Array {
  const count = boxes.length / 4
  const step = Math.max(1, Math.floor(count / SAMPLE))
  const sample = Float64Array.from({ length: Math.ceil(count / step) }, (_, i) => boxes[4 * i * step + axis]!).sort()
  return Float64Array.from({ length: side - 1 }, (_, k) => sample[Math.floor(((k + 1) * sample.length) / side)]!)
}

/** How many of the borders lie at or below the value. */
function placeAmong(ascending: Float64Array, value: number): number {
  let from = 0
  let to = ascending.length
  while (from < to) {
    const middle = (from + to) >> 1
    if (ascending[middle]! <= value) from = middle + 1
    else to = middle
  }
  return from
}
