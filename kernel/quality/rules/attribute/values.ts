import { eachFeature, numberOf, type Rule, textOf } from '../../rule.ts'

/** Fields whose range the standard states; lowest and highest value allowed. */
const ranges: Record<string, readonly [number, number]> = {
  GDDB: [1, 15],
  SJNF: [2009, 2100],
  XZDWKD: [0.1, 9999],
}

export const numbersInRange: Rule = {
  id: 'SV-ATT-03',
  title: { zh: '数值范围错误', en: 'Number out of range' },
  clause: '3105',
  severity: 'B',
  check: eachFeature((feature, layer) =>
    layer.fields.flatMap(({ name }) => {
      const value = numberOf(feature, name)
      if (value === undefined) return []
      const [low, high] = ranges[name] ?? [0, Number.POSITIVE_INFINITY]
      // The legal area of something that is there is more than nothing.
      const ok = value >= low && value <= high && (name !== layer.areaField || value > 0)
      return ok ? [] : [{ field: name, value, measure: value }]
    }),
  ),
}

export const mandatoryFields: Rule = {
  id: 'SV-ATT-04',
  title: { zh: '必填字段为空', en: 'Mandatory field empty' },
  clause: '3106',
  severity: 'B',
  check: eachFeature((feature, layer) =>
    layer.fields
      .filter(({ name, required }) => required && textOf(feature, name).trim() === '')
      .map(({ name }) => ({ field: name, value: null })),
  ),
}
