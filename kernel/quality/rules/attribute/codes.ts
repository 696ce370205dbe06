import { codeIn } from '../../../layers/codes/code-table.ts'
import { codeTables } from '../../../layers/codes/tables.ts'
import { eachFeature, type Rule, textOf } from '../../rule.ts'

export const featureCode: Rule = {
  id: 'SV-ATT-01',
  title: { zh: '要素代码（YSDM）错误', en: 'Feature code wrong' },
  clause: '3103',
  severity: 'B',
  needs: ['YSDM'],
  check: eachFeature((feature, layer) => {
    const value = textOf(feature, 'YSDM')
    return layer.featureCode === undefined || value === layer.featureCode ? [] : [{ field: 'YSDM', value }]
  }),
}

/** 1203 田坎 is a class one deducts, never the class of a patch. */
const DEDUCTED = '1203'

export const codeInDomain: Rule = {
  id: 'SV-ATT-02',
  title: { zh: '代码不在值域内', en: 'Code not in its domain' },
  clause: '3104',
  severity: 'B',
  check: eachFeature((feature, layer) =>
    layer.fields.flatMap(({ name, codeTable }) => {
      const value = textOf(feature, name)
      if (!codeTable || value === '') return []
      const code = codeIn(codeTables[codeTable], value)
      const usable = code && (code.usable !== false || (name === 'KCDLBM' && value === DEDUCTED))
      return usable ? [] : [{ field: name, value }]
    }),
  ),
}
