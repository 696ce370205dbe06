import Flatbush from 'flatbush'
import { featureCount, type PolygonSet } from './polygon-set.ts'

/** A box index over the features of a set; undefined where there is none to find. Empty features are found nowhere. */
export function indexSet(set: PolygonSet, memory: 'own' | 'shared' = 'own'): Flatbush | undefined {
  const count = featureCount(set)
  if (count === 0) return undefined
  const { boxes } = set
  const index = new Flatbush(count, 16, Float64Array, memory === 'shared' ? SharedArrayBuffer : ArrayBuffer)
  for (let f = 0; f < count; f++) {
    if (boxes[4 * f]! <= boxes[4 * f + 2]!)
      index.add(boxes[4 * f]!, boxes[4 * f + 1]!, boxes[4 * f + 2]!, boxes[4 * f + 3]!)
    else index.add(Infinity, Infinity, Infinity, Infinity)
  }
  index.finish()
  return index
}
