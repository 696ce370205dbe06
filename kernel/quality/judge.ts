import { checkCoverage } from '../geometry/coverage/check-coverage.ts'
import { pointOnSurface } from '../geometry/measures/point-on-surface.ts'
import { fieldOf, type LayerDefinition } from '../layers/definition.ts'
import { repeatedIn } from './repeated-in.ts'
import type { Finding, Id, Judged, JudgedFeature, Rule, RuleText } from './rule.ts'
import { minimumAreaOf } from './rules/area/minimum-area.ts'

export type Issue = Finding & Pick<RuleText, 'id' | 'severity'>

export type RuleSet = { name: string; version: number; rules: readonly Rule[] }

/**
 * Judges features of one layer by a rule set. `around` are neighbours that are looked at for overlaps, gaps and doubles but not
 * themselves judged: an issue is reported only if it concerns one of `features`. Pure; issues come rule by rule.
 */
export function judge(
  ruleSet: RuleSet,
  layer: LayerDefinition,
  features: readonly JudgedFeature[],
  around: readonly JudgedFeature[] = [],
): Issue[] {
  const all = [...features, ...around]
  return judgeBy(ruleSet, { layer, features: all, coverage: once(() => checkShapes(all)) }, features)
}

/** The same by a geometric check that somebody else makes. */
export function judgeBy(
  ruleSet: RuleSet,
  judged: Judged,
  features: readonly JudgedFeature[] = judged.features,
): Issue[] {
  const own = new Map(features.map((feature) => [feature.id, feature]))
  return rulesFor(ruleSet, judged.layer).flatMap((rule) =>
    [...rule.check(judged), ...repeats(rule, judged)]
      .filter((finding) => finding.features.some((id) => own.has(id)))
      .map((finding) => ({
        ...finding,
        at: finding.at ?? placeOf(finding, own),
        id: rule.id,
        severity: rule.severity,
      })),
  )
}

/** The rules of a set that make sense on a layer. */
export const rulesFor = ({ rules }: RuleSet, layer: LayerDefinition): readonly Rule[] =>
  rules.filter(
    ({ needs = [], within, fills }) =>
      needs.every((field) => fieldOf(layer, field)) &&
      (!within || within.part === layer.name) &&
      (!fills || fills.parts.includes(layer.name)),
  )

function repeats(rule: Rule, { layer, features }: Judged): Finding[] {
  const unique = rule.unique?.(layer)
  return unique ? repeatedIn(features, unique) : []
}

function checkShapes(features: readonly JudgedFeature[]) {
  const byId = new Map(features.map((feature) => [feature.id, feature]))
  const minimumArea = (id: Id) => minimumAreaOf(byId.get(id)!.attributes.DLBM)
  return checkCoverage(
    features.map(({ id, geometry }) => ({ id, geometry })),
    { minimumArea },
  )
}

function placeOf({ features }: Finding, own: Map<Id, JudgedFeature>) {
  const found = features.map((id) => own.get(id)).find((feature) => feature !== undefined)
  return found?.geometry.length ? pointOnSurface(found.geometry) : undefined
}

function once<T>(work: () => T): () => T {
  let done: { value: T } | undefined
  return () => {
    done ??= { value: work() }
    return done.value
  }
}
