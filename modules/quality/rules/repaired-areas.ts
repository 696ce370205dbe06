import { roundHalfUp } from '../../../kernel/geometry/measures/round-half-up.ts'
import type { LayerDefinition } from '../../../kernel/layers/definition.ts'
import type { Attributes } from '../../../kernel/layers/feature.ts'

/**
 * The recorded areas of a feature whose outline gained `drawn` m² (lost, when negative): its own, and where the layer has them
 * the deduction (扣除地类面积 = 图斑面积 × 扣除系数, TD/T 1057) and the net area.
 */
export function repairedAreas(layer: LayerDefinition, attributes: Attributes, drawn: number): Attributes {
  const { areaField } = layer
  if (!areaField) return {}
  const area = roundHalfUp(Number(attributes[areaField] ?? 0) + drawn, 2)
  if (!layer.fields.some(({ name }) => name === 'TBDLMJ')) return { [areaField]: area }
  const deducted = roundHalfUp(area * Number(attributes.KCXS ?? 0), 2)
  return { [areaField]: area, KCMJ: deducted, TBDLMJ: roundHalfUp(area - deducted, 2) }
}
