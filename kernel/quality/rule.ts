import type { CoverageIssue } from '../geometry/coverage/drawn-set.ts'
import type { MultiPolygon, Position } from '../geometry/types.ts'
import type { LayerDefinition } from '../layers/definition.ts'
import type { Attributes } from '../layers/feature.ts'

export type Id = string | number
export type JudgedFeature = { id: Id; attributes: Attributes; geometry: MultiPolygon }

/** A fatal, B major, C minor (GB/T 24356 classes as used by the survey checks). */
export type Severity = 'A' | 'B' | 'C'

export type RuleText = {
  /** As in the catalogue of rules: SV-TOP-01, PH-03 … */
  id: string
  title: { zh: string; en: string }
  /** Number of the rule in the national check, or the requirement it comes from. */
  clause: string
  severity: Severity
  /** Of the measure, where it has one. */
  unit?: 'm²' | '°' | '1/m'
}

/** What a rule finds: features concerned, the field if it is about one, and how much (unit as the rule says). */
export type Finding = {
  features: Id[]
  at?: Position
  field?: string
  value?: string | number | null
  measure?: number
}

/** The data set under judgement. `coverage` is worked out once, when the first rule asks; `nesting`: where the layer around is at hand. */
export type Judged = {
  layer: LayerDefinition
  features: readonly JudgedFeature[]
  coverage: () => CoverageIssue<Id>[]
  nesting?: () => Finding[]
}

/** Values of `field` that no two features may share, in the whole layer or among those with one value of `within`. */
export type Unique = { field: string; within?: string }

/**
 * Pure. `needs`: fields a layer must have for the rule to make sense there. `unique` is said apart from `check`, because it
 * compares features however far apart: a layer judged block by block is asked for it once, as a whole.
 */
export type Rule = RuleText & {
  needs?: readonly string[]
  check: (judged: Judged) => Finding[]
  /** for features of `part` only, which lie in one of `whole` each, with the same first digits of the area code */
  within?: { part: string; whole: string; digits: number }
  /** for layers of `parts`, which have to leave nothing of a feature of `whole` open */
  fills?: { parts: readonly string[]; whole: string }
  unique?: (layer: LayerDefinition) => Unique | undefined
}

/** A rule about one feature at a time, told as a test that gives the finding or nothing. */
export const eachFeature =
  (test: (feature: JudgedFeature, layer: LayerDefinition) => Omit<Finding, 'features'>[]) =>
  ({ features, layer }: Judged): Finding[] =>
    features.flatMap((feature) => test(feature, layer).map((finding) => ({ ...finding, features: [feature.id] })))

export const textOf = (feature: JudgedFeature, field: string) => {
  const value = feature.attributes[field]
  return value === null || value === undefined ? '' : String(value)
}

export const numberOf = (feature: JudgedFeature, field: string) => {
  const value = feature.attributes[field]
  return typeof value === 'number' ? value : undefined
}
