import type { Box } from '../../../kernel/geometry/types.ts'
import type { Field } from '../../../kernel/layers/definition.ts'
import type { LayerStyle } from '../../../kernel/layers/styles/style.ts'
import type { Words } from '../i18n/use-texts.ts'

export type LayerGroup = 'survey' | 'control' | 'approval' | 'cadastre'

/** A layer as onemap.layers tells it. */
export type LayerInfo = {
  name: string
  title: Words
  group: LayerGroup
  fields: readonly Field[]
  areaMethod: 'ellipsoidal' | 'planar'
  areaField?: string
  numberField?: string
  style: LayerStyle
  count: number
  /** West, south, east, north in degrees; null: no features. */
  box: Box | null
}

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
