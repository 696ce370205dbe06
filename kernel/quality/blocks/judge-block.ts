import type { LayerDefinition } from '../../layers/definition.ts'
import { type Issue, judgeBy } from '../judge.ts'
import { surveyRules } from '../rule-sets.ts'
import { joinsBlocks, withinOf } from './among-neighbours.ts'
import type { BlockLeft } from './block-left.ts'
import { checkBlockNesting } from './check-block-nesting.ts'
import { type BlockFeatures, type BlockShapes, checkBlockShapes } from './check-block-shapes.ts'

export type JudgedBlock = { issues: Issue[]; left: BlockLeft }

/** Faults after which the rings of a feature do not tell what it covers. */
const UNSOUND = new Set<string>([
  'invalid',
  'self-intersection',
  'hole-outside',
  'overlapping-holes',
  'overlapping-parts',
])

/**
 * The issues of a block's own features. Overlaps and gaps are told at the end (`joinPlaces`); duplicates by the block of the
 * one with the lowest id inside the run's area.
 */
export function judgeBlock(
  layer: LayerDefinition,
  rules: readonly string[] | null,
  features: BlockFeatures,
): JudgedBlock {
  const chosen = rules ? new Set(rules) : undefined
  // What must be unique in the whole layer is asked for apart.
  const inBlock = surveyRules.rules.filter(({ id }) => !chosen || chosen.has(id)).map(({ unique: _, ...rule }) => rule)
  const joins = joinsBlocks(layer, rules)
  let done: BlockShapes | undefined
  const shapes = () => {
    done ??= checkBlockShapes(features, joins)
    return done
  }
  const nesting = () => {
    const { wholes, own } = features
    const rule = withinOf(layer, rules)
    if (!wholes || !rule) return []
    const unsound = new Set(shapes().issues.flatMap(({ rule, ids }) => (UNSOUND.has(rule) ? ids : [])))
    return checkBlockNesting(own, wholes, { field: layer.areaCodeField, digits: rule.digits, unsound })
  }
  const judged = { layer, features: features.own, coverage: () => shapes().issues, nesting }
  const issues = judgeBy({ ...surveyRules, rules: inBlock }, judged)
  return { issues, left: joins ? shapes().left : null }
}
