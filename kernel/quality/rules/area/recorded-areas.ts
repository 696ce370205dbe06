import { roundHalfUp } from '../../../geometry/measures/round-half-up.ts'
import { computedArea } from '../../../layers/computed-area.ts'
import type { LayerDefinition } from '../../../layers/definition.ts'
import { eachFeature, numberOf, type Rule } from '../../rule.ts'

const cents = (value: number) => Math.round(value * 100)

/** Measure: what is too much, m². */
export const netArea: Rule = {
  id: 'SV-AREA-03',
  title: { zh: '图斑地类面积不等于图斑面积减扣除面积', en: 'Net area is not area less deduction' },
  clause: 'TD/T 1057',
  severity: 'B',
  unit: 'm²',
  needs: ['TBMJ', 'KCMJ', 'TBDLMJ'],
  check: eachFeature((feature) => {
    const [area, net] = [numberOf(feature, 'TBMJ'), numberOf(feature, 'TBDLMJ')]
    if (area === undefined || net === undefined) return []
    const off = cents(net) - cents(area) + cents(numberOf(feature, 'KCMJ') ?? 0)
    return off === 0 ? [] : [{ field: 'TBDLMJ', value: net, measure: off / 100 }]
  }),
}

/** Measure: what is too much, m². */
export const deductedArea: Rule = {
  id: 'SV-AREA-05',
  title: { zh: '扣除面积不等于图斑面积乘扣除系数', en: 'Deduction is not area times its coefficient' },
  clause: 'TD/T 1057',
  severity: 'B',
  unit: 'm²',
  needs: ['TBMJ', 'KCXS', 'KCMJ'],
  check: eachFeature((feature) => {
    const area = numberOf(feature, 'TBMJ')
    if (area === undefined) return []
    const stated = numberOf(feature, 'KCMJ') ?? 0
    const off = cents(stated) - cents(roundHalfUp(area * (numberOf(feature, 'KCXS') ?? 0), 2))
    return off === 0 ? [] : [{ field: 'KCMJ', value: stated, measure: off / 100 }]
  }),
}

/** Levelling moves an area by a few hundredths; more than this (m²) and the shape is not the one that was measured. */
const LEVELLING = 0.5

/** What a plan or a paper states is not the area of the shape. */
const measured: LayerDefinition['group'][] = ['survey', 'cadastre']

/** Measure: recorded less computed, m². */
export const measuredArea: Rule = {
  id: 'SV-AREA-04',
  title: { zh: '图形面积与记载面积差超限', en: 'Area of the geometry against the recorded one' },
  clause: '国土调查办发〔2008〕32号',
  severity: 'B',
  unit: 'm²',
  check: eachFeature((feature, layer) => {
    const stated = layer.areaField && measured.includes(layer.group) ? numberOf(feature, layer.areaField) : undefined
    if (stated === undefined || feature.geometry.length === 0) return []
    const off = stated - computedArea(feature.geometry, layer)
    return Math.abs(off) <= LEVELLING ? [] : [{ field: layer.areaField, value: stated, measure: roundHalfUp(off, 2) }]
  }),
}
