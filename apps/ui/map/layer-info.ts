import type { Box } from '../../../kernel/geometry/types.ts'
import type { AnswerOf } from '../api-types.ts'

/** A layer as onemap.layers tells it; `box` in degrees, null: no features. */
export type LayerInfo = AnswerOf<'onemap.layers'>['rows'][number]
export type LayerGroup = LayerInfo['group']

/** Groups from the top of the map to its ground: control lines must not vanish under fills. */
export const GROUPS: readonly LayerGroup[] = ['control', 'approval', 'cadastre', 'survey']

/** Everything the layers hold, in degrees. */
export function boxOfLayers(layers: readonly LayerInfo[]): Box | undefined {
  const boxes = layers.flatMap(({ box }) => (box ? [box] : []))
  if (boxes.length === 0) return undefined
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ]
}
