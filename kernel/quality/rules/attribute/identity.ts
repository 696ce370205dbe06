import { fieldOf } from '../../../layers/definition.ts'
import { eachFeature, type Rule, textOf } from '../../rule.ts'

/** 6 digits of the county, 4 of the layer, 8 counted on. Layers with a number for an identifier have no such form. */
const BSM = /^\d{18}$/

export const identityUnique: Rule = {
  id: 'SV-ATT-05',
  title: { zh: '标识码（BSM）不唯一或格式错误', en: 'Identifier not unique or badly formed' },
  clause: '3104',
  severity: 'A',
  check: eachFeature((feature, layer) => {
    const field = fieldOf(layer, layer.identityField)
    const value = textOf(feature, layer.identityField)
    const formed = field?.length === 18 && field.type === 'text'
    return formed && value !== '' && !BSM.test(value) ? [{ field: layer.identityField, value }] : []
  }),
  unique: ({ identityField }) => ({ field: identityField }),
}

export const numberUnique: Rule = {
  id: 'SV-ATT-06',
  title: { zh: '图斑编号在村内不唯一', en: 'Patch number not unique inside the village' },
  clause: '3104',
  severity: 'B',
  check: () => [],
  unique: ({ numberField, numberWithin }) =>
    numberField && numberWithin ? { field: numberField, within: numberWithin } : undefined,
}
