import { landuseSurvey3 } from '../../../../kernel/layers/codes/landuse-survey3.ts'
import { invalid, type Problem } from '../../../../kernel/problems/problem.ts'
import type { EvidenceTemplate, PhotoKind } from '../template.ts'

/** What is wrong with a template before it is published; undefined: nothing. Pure. */
export function templateProblem({
  kinds,
  classRules,
  coverage,
}: Omit<EvidenceTemplate, 'version'>): Problem | undefined {
  if (kinds.length === 0) return invalid('fieldwork.template.publish.no-kind')
  if (coverage.seen < 0 || coverage.seen > 1) return invalid('fieldwork.template.publish.seen')
  if (coverage.gap < 30 || coverage.gap > 360) return invalid('fieldwork.template.publish.gap')
  const strange = classRules.flatMap(({ classes }) => classes).find((start) => !isClass(start))
  if (strange !== undefined) return invalid('fieldwork.template.publish.class', { DLBM: strange })
  if (classRules.some(({ classes }) => classes.length === 0)) return invalid('fieldwork.template.publish.no-class')
  return [kinds, ...classRules.map((rule) => rule.kinds)].map(kindsProblem).find((problem) => problem !== undefined)
}

const isClass = (start: string) => start !== '' && landuseSurvey3.codes.some(({ code }) => code.startsWith(start))

function kindsProblem(kinds: readonly PhotoKind[]): Problem | undefined {
  const double = kinds.find(({ code }, k) => kinds.findIndex((one) => one.code === code) !== k)
  if (double) return invalid('fieldwork.template.publish.double', { zh: double.title.zh, code: double.code })
  const turned = kinds.find(({ min, max }) => max !== undefined && max < min)
  return (
    turned && invalid('fieldwork.template.publish.range', { zh: turned.title.zh, min: turned.min, max: turned.max! })
  )
}
