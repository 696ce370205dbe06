import { fieldOf } from '../../../layers/definition.ts'
import { type Finding, type Judged, type JudgedFeature, type Rule, textOf } from '../../rule.ts'

/** 6 digits of the county, 4 of the layer, 8 counted on. Layers with a number for an identifier have no such form. */
const BSM = /^\d{18}$/

export const identityUnique: Rule = {
  id: 'SV-ATT-05',
  title: { zh: '标识码（BSM）不唯一或格式错误', en: 'Identifier not unique or badly formed' },
  clause: '3104',
  severity: 'A',
  check: (judged) => {
    const { layer, features } = judged
    const field = layer.identityField
    const formed = fieldOf(layer, field)?.length === 18 && fieldOf(layer, field)?.type === 'text'
    const misformed = features
      .filter((feature) => formed && textOf(feature, field) !== '' && !BSM.test(textOf(feature, field)))
      .map((feature) => ({ features: [feature.id], field, value: textOf(feature, field) }))
    return [...misformed, ...repeated(judged, field, (feature) => textOf(feature, field))]
  },
}

export const numberUnique: Rule = {
  id: 'SV-ATT-06',
  title: { zh: '图斑编号在村内不唯一', en: 'Patch number not unique inside the village' },
  clause: '3104',
  severity: 'B',
  check: (judged) => {
    const { numberField, numberWithin } = judged.layer
    if (!numberField || !numberWithin) return []
    return repeated(judged, numberField, (feature) => {
      const number = textOf(feature, numberField)
      return number && `${textOf(feature, numberWithin)} ${number}`
    })
  },
}

function repeated({ features }: Judged, field: string, nameOf: (feature: JudgedFeature) => string): Finding[] {
  const groups = Map.groupBy(features, nameOf)
  return [...groups]
    .filter(([name, members]) => name !== '' && members.length > 1)
    .map(([, members]) => ({
      features: members.map(({ id }) => id),
      field,
      value: textOf(members[0]!, field),
      measure: members.length,
    }))
}
