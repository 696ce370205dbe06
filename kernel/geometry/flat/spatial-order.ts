import { featureCount, type PolygonSet } from './polygon-set.ts'

/**
 * The features row by row to and fro, so that what follows one another lies near and finds its surroundings still in the
 * cache. Only the order of work: results must not depend on it.
 */
export function spatialOrder(set: PolygonSet): Uint32Array {
  const { boxes } = set
  const count = featureCount(set)
  const side = Math.max(1, Math.floor(Math.sqrt(count / 2)))
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let f = 0; f < count; f++) {
    minX = Math.min(minX, boxes[4 * f]!)
    minY = Math.min(minY, boxes[4 * f + 1]!)
    maxX = Math.max(maxX, boxes[4 * f]!)
    maxY = Math.max(maxY, boxes[4 * f + 1]!)
  }
  const place = (value: number, least: number, most: number) =>
    value < Infinity && most > least ? Math.min(side - 1, Math.floor((side * (value - least)) / (most - least))) : 0
  const fieldOf = (f: number) => {
    const row = place(boxes[4 * f + 1]!, minY, maxY)
    const column = place(boxes[4 * f]!, minX, maxX)
    return row * side + (row % 2 === 0 ? column : side - 1 - column)
  }
  const starts = new Uint32Array(side * side + 2)
  for (let f = 0; f < count; f++) starts[fieldOf(f) + 2]!++
  for (let k = 2; k < starts.length; k++) starts[k]! += starts[k - 1]!
  const order = new Uint32Array(count)
  for (let f = 0; f < count; f++) order[starts[fieldOf(f) + 1]!++] = f
  return order
}
