import { type Finding, type JudgedFeature, textOf, type Unique } from './rule.ts'

/** Values that several of the features have, though no two may. */
export function repeatedIn(features: readonly JudgedFeature[], { field, within }: Unique): Finding[] {
  const nameOf = (feature: JudgedFeature) =>
    textOf(feature, field) && `${within ? textOf(feature, within) : ''} ${textOf(feature, field)}`
  return [...Map.groupBy(features, nameOf)]
    .filter(([name, members]) => name !== '' && members.length > 1)
    .map(([, members]) => ({
      features: members.map(({ id }) => id),
      field,
      value: textOf(members[0]!, field),
      measure: members.length,
    }))
}
