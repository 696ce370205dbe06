import { featureCount, type PolygonSet } from './polygon-set.ts'

/** So many places at most are looked at to lay rows and columns. */
const SAMPLE = 4096

/**
 * The features along a curve of Hilbert, so that what follows one another lies near and finds its surroundings still in the
 * cache, however large the layer. Rows and columns of the curve hold about as many features each: some that lie far out do
 * not spoil it. Only the order of work: results must not depend on it.
 */
export function spatialOrder(set: PolygonSet): Uint32Array {
  const count = featureCount(set)
  const bits = Math.max(0, Math.floor(Math.log2(count / 2) / 2))
  const side = 1 << bits
  const rows = borders(set, 1, side)
  const columns = borders(set, 0, side)
  const fields = Uint32Array.from({ length: count }, (_, f) =>
    alongCurve(placeAmong(columns, set.boxes[4 * f]!), placeAmong(rows, set.boxes[4 * f + 1]!), side),
  )
  const starts = new Uint32Array(side * side + 2)
  for (const field of fields) starts[field + 2]!++
  for (let k = 2; k < starts.length; k++) starts[k]! += starts[k - 1]!
  const order = new Uint32Array(count)
  fields.forEach((field, f) => {
    order[starts[field + 1]!++] = f
  })
  return order
}

/** How far along Hilbert's curve a field of a square with so many (a power of two) a side lies. */
function alongCurve(column: number, row: number, side: number): number {
  let [x, y, distance] = [column, row, 0]
  for (let half = side >> 1; half > 0; half >>= 1) {
    const right = (x & half) > 0 ? 1 : 0
    const upper = (y & half) > 0 ? 1 : 0
    distance += half * half * ((3 * right) ^ upper)
    if (upper === 1) continue
    // The lower quarters are turned on their side, the right one the other way round.
    const [turnedX, turnedY] = right === 1 ? [side - 1 - y, side - 1 - x] : [y, x]
    x = turnedX
    y = turnedY
  }
  return distance
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
