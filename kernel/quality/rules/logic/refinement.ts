import { eachFeature, type Rule, textOf } from '../../rule.ts'

/** Refinements and plantings that go together; '' is none. */
type Pair = { refinement: readonly string[]; planting: readonly string[] }

const NONE = ['']
const RIVER_LAND = ['HDGD', 'HQGD', 'LQGD', 'MQGD', 'SHGD', 'SMGD']
const INDUSTRY = ['HDGY', 'GTGY', 'MTGY', 'SNGY', 'BLGY', 'DLGY', '']
const restorable: Pair = { refinement: NONE, planting: ['JKHF', 'GCHF', ''] }

/** Rule 6101, its first row whose classes fit. Cultivated land always tells what grows on it. */
const combinations: readonly { classes: RegExp; pairs: readonly Pair[] }[] = [
  {
    classes: /^010[123]$/,
    pairs: [
      { refinement: RIVER_LAND, planting: ['LS', 'FLS', 'LYFL'] },
      { refinement: NONE, planting: ['LS', 'FLS', 'LYFL', 'XG', 'LLJZ', 'WG'] },
    ],
  },
  { classes: /^0203/, pairs: [restorable] },
  { classes: /^02/, pairs: [{ refinement: ['LQYD'], planting: NONE }, restorable] },
  { classes: /^03/, pairs: [restorable] },
  { classes: /^(0401|0402|0403K?)$/, pairs: [{ refinement: ['GCCD', ''], planting: NONE }] },
  { classes: /^0404$/, pairs: [{ refinement: ['GCCD', ''], planting: ['GCHF', ''] }] },
  // The reference software tests 1104 only; its sub-classes are ponds as well.
  { classes: /^1104/, pairs: [restorable] },
  { classes: /^0601$/, pairs: [{ refinement: INDUSTRY, planting: NONE }] },
  { classes: /^(0602|1001|1003)$/, pairs: [{ refinement: ['FQ', ''], planting: NONE }] },
  { classes: /^0809$/, pairs: [{ refinement: ['LJTM', ''], planting: NONE }] },
  { classes: /./, pairs: [{ refinement: NONE, planting: NONE }] },
]

export const refinementAndPlanting: Rule = {
  id: 'SV-LOG-12',
  title: { zh: '图斑细化代码或种植属性与地类组合非法', en: 'Refinement or planting does not go with the class' },
  clause: '6101',
  severity: 'B',
  needs: ['DLBM', 'TBXHDM', 'ZZSXDM'],
  check: eachFeature((feature) => {
    const [refinement, planting] = [textOf(feature, 'TBXHDM'), textOf(feature, 'ZZSXDM')]
    const pairs = combinations.find(({ classes }) => classes.test(textOf(feature, 'DLBM')))?.pairs ?? []
    const fitting = pairs.filter((pair) => pair.refinement.includes(refinement))
    if (pairs.length === 0 || fitting.some((pair) => pair.planting.includes(planting))) return []
    const wrong = fitting.length ? { field: 'ZZSXDM', value: planting } : { field: 'TBXHDM', value: refinement }
    return [{ ...wrong, value: wrong.value || null }]
  }),
}
