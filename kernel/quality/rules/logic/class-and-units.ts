import { landuseName } from '../../../layers/codes/landuse.ts'
import { eachFeature, type Rule, textOf } from '../../rule.ts'

export const classNamed: Rule = {
  id: 'SV-LOG-01',
  title: { zh: '地类名称与编码不符', en: 'Class name does not match its code' },
  clause: 'TD/T 1057',
  severity: 'B',
  needs: ['DLBM', 'DLMC'],
  check: eachFeature((feature) => {
    const name = landuseName(textOf(feature, 'DLBM'))
    const value = textOf(feature, 'DLMC')
    return name === undefined || value === '' || value === name ? [] : [{ field: 'DLMC', value }]
  }),
}

/** Village 12, group 3, extension 4 digits. */
const UNIT = /^\d{19}$/

export const unitCodes: Rule = {
  id: 'SV-LOG-02',
  title: { zh: '权属或坐落单位代码非 19 位', en: 'Unit code without 19 digits' },
  clause: 'TD/T 1057',
  severity: 'B',
  check: eachFeature((feature, layer) =>
    ['QSDWDM', 'ZLDWDM'].flatMap((field) => {
      const value = textOf(feature, field)
      const has = layer.fields.some(({ name }) => name === field)
      return !has || value === '' || UNIT.test(value) ? [] : [{ field, value }]
    }),
  ),
}

const LINEAR = ['1001', '1003', '1004', '1006', '1009', '1101', '1107', '1107A']

export const widthOnLinear: Rule = {
  id: 'SV-LOG-07',
  title: { zh: '非线状地类填写线状地物宽度', en: 'Width on a class that is not linear' },
  clause: 'TD/T 1057',
  severity: 'C',
  needs: ['DLBM', 'XZDWKD'],
  check: eachFeature((feature) => {
    const value = feature.attributes.XZDWKD ?? null
    return !value || LINEAR.includes(textOf(feature, 'DLBM')) ? [] : [{ field: 'XZDWKD', value }]
  }),
}
