import type Flatbush from 'flatbush'
import type { PolygonSet } from '../flat/polygon-set.ts'
import { indexSet } from '../flat/set-index.ts'
import { chunkBoxes } from './chunk-boxes.ts'

/** A set with what finds its features by place and passes its long rings quickly; made once, read by any thread. */
export type PreparedLayer = { set: PolygonSet; index: Flatbush | undefined; chunks: Float64Array }

/** @param memory `shared` when `set` is, so that threads can read the whole */
export function prepareLayer(set: PolygonSet, memory: 'own' | 'shared' = 'own'): PreparedLayer {
  return { set, index: indexSet(set, memory), chunks: chunkBoxes(set, memory) }
}
