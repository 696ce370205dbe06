import type { LayerDefinition } from '../../layers/definition.ts'
import { rulesFor } from '../judge.ts'
import { surveyRules } from '../rule-sets.ts'
import { noDuplicate, noGap, noOverlap } from '../rules/topology/coverage.ts'

type Rules = readonly string[] | null

const asked = (rules: Rules, ...ids: string[]) => rules === null || rules.some((rule) => ids.includes(rule))

/** Whether any of the rules (all, for null) looks for overlaps and gaps, which are told when all blocks are judged. */
export const joinsBlocks = ({ topology }: LayerDefinition, rules: Rules): boolean =>
  topology === 'coverage' && asked(rules, noOverlap.id, noGap.id)

/** Whether any of the rules looks at features next to the ones it judges. */
export const looksAround = (layer: LayerDefinition, rules: Rules): boolean =>
  joinsBlocks(layer, rules) || asked(rules, noDuplicate.id)

/** Which layer features of this one have to lie in, if any of the rules asks. */
export const withinOf = (layer: LayerDefinition, rules: Rules) =>
  rulesFor(surveyRules, layer).find(({ id, within }) => within && asked(rules, id))?.within
