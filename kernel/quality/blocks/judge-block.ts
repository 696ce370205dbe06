import { boundingBox } from '../../geometry/measures/bounding-box.ts'
import type { MultiPolygon } from '../../geometry/types.ts'
import type { LayerDefinition } from '../../layers/definition.ts'
import type { Attributes } from '../../layers/feature.ts'
import { type Issue, judge } from '../judge.ts'
import type { Id } from '../rule.ts'
import { surveyRules } from '../rule-sets.ts'

/** `own` are judged; `around` are what else lies in their view; `foreign`: outside the area the run is about. */
export type BlockFeatures = {
  own: { id: number; attributes: Attributes; geometry: MultiPolygon }[]
  around: { id: number; foreign: boolean; geometry: MultiPolygon }[]
}

/**
 * The issues that belong to a block. An issue of several features belongs to the block of the one with the smallest box (then
 * the lowest id) inside the run's area: that one's block has all of them in view, so exactly one block tells of every issue.
 */
export function judgeBlock(layer: LayerDefinition, rules: readonly string[] | null, features: BlockFeatures): Issue[] {
  const chosen = rules ? new Set(rules) : undefined
  // What must be unique in the whole layer is asked for apart.
  const inBlock = surveyRules.rules.filter(({ id }) => !chosen || chosen.has(id)).map(({ unique: _, ...rule }) => rule)
  const around = features.around.map((feature) => ({ ...feature, attributes: {} }))
  const own = new Set<Id>(features.own.map(({ id }) => id))
  const domestic = [...features.own, ...features.around.filter(({ foreign }) => !foreign)]
  const sizes = new Map<Id, number>(domestic.map(({ id, geometry }) => [id, boxSize(geometry)]))
  return judge({ ...surveyRules, rules: inBlock }, layer, features.own, around)
    .map((issue) => ({ ...issue, features: [...issue.features].sort((a, b) => Number(a) - Number(b)) }))
    .filter((issue) => issue.features.length === 1 || own.has(smallest(issue.features, sizes)))
}

function smallest(ids: readonly Id[], sizes: ReadonlyMap<Id, number>): Id {
  const size = (id: Id) => sizes.get(id) ?? Number.POSITIVE_INFINITY
  return ids.reduce((best, id) => (size(id) < size(best) ? id : best))
}

function boxSize(geometry: MultiPolygon): number {
  const [west, south, east, north] = boundingBox(geometry)
  return (east - west) * (north - south)
}
