import { isCultivated } from '../../../layers/codes/landuse.ts'
import { eachFeature, type JudgedFeature, numberOf, type Rule, textOf } from '../../rule.ts'

const cultivated = (feature: JudgedFeature) => isCultivated(textOf(feature, 'DLBM'))

/** What is deducted from cultivated land is 田坎, and nothing else is deducted from anything. */
export const deductedClass: Rule = {
  id: 'SV-LOG-03',
  title: { zh: '扣除地类编码须为 1203 且仅用于耕地', en: 'Deducted class must be 1203, on cultivated land only' },
  clause: 'TD/T 1057',
  severity: 'B',
  needs: ['DLBM', 'KCDLBM'],
  check: eachFeature((feature) => {
    const value = textOf(feature, 'KCDLBM')
    return value === '' || (value === '1203' && cultivated(feature)) ? [] : [{ field: 'KCDLBM', value }]
  }),
}

export const deductionCoefficient: Rule = {
  id: 'SV-LOG-04',
  title: { zh: '扣除系数须在 [0,1) 且仅用于耕地', en: 'Deduction coefficient in [0, 1), on cultivated land only' },
  clause: 'TD/T 1057',
  severity: 'B',
  needs: ['DLBM', 'KCXS'],
  check: eachFeature((feature) => {
    const value = numberOf(feature, 'KCXS') ?? 0
    return value === 0 || (value > 0 && value < 1 && cultivated(feature))
      ? []
      : [{ field: 'KCXS', value, measure: value }]
  }),
}

/** 坡地 and 梯田 are kinds of sloping land: slope class 1 (≤ 2°) has none. */
export const cultivatedKind: Rule = {
  id: 'SV-LOG-05',
  title: { zh: '耕地类型仅耕地填写，坡度 1 级不得填写', en: 'Kind of cultivated land only where it slopes' },
  clause: 'TD/T 1057',
  severity: 'B',
  needs: ['DLBM', 'GDLX', 'GDPDJB'],
  check: eachFeature((feature) => {
    const value = textOf(feature, 'GDLX')
    const sloping = /^[2-5]$/.test(textOf(feature, 'GDPDJB'))
    return value === '' || (cultivated(feature) && sloping) ? [] : [{ field: 'GDLX', value }]
  }),
}

export const slopeClass: Rule = {
  id: 'SV-LOG-06',
  title: { zh: '坡度级别 1–5，仅耕地且必填', en: 'Slope class 1–5, on cultivated land and nowhere else' },
  clause: 'TD/T 1057',
  severity: 'B',
  needs: ['DLBM', 'GDPDJB'],
  check: eachFeature((feature) => {
    const value = textOf(feature, 'GDPDJB')
    const ok = cultivated(feature) ? /^[1-5]$/.test(value) : value === ''
    return ok ? [] : [{ field: 'GDPDJB', value: value || null }]
  }),
}
