import { checkBlock } from '../../geometry/coverage/check-blocks.ts'
import { USUAL_LIMITS } from '../../geometry/coverage/check-coverage.ts'
import { checkSingly } from '../../geometry/coverage/check-set.ts'
import { type CoverageIssue, drawnSet, withIds } from '../../geometry/coverage/drawn-set.ts'
import type { MultiPolygon } from '../../geometry/types.ts'
import type { Attributes } from '../../layers/feature.ts'
import { minimumAreaOf } from '../rules/area/minimum-area.ts'
import { type BlockLeft, packLeft } from './block-left.ts'
import type { Whole } from './check-block-nesting.ts'

/** `own` are judged; `around` are what else touches them; `foreign`: outside the area the run is about. */
export type BlockFeatures = {
  own: { id: number; attributes: Attributes; geometry: MultiPolygon }[]
  around: { id: number; foreign: boolean; geometry: MultiPolygon }[]
  /** of the layer they have to lie in; null where no rule asks or that layer is empty */
  wholes: Whole[] | null
}

export type BlockShapes = { issues: CoverageIssue<number>[]; left: BlockLeft }

/**
 * The geometric check of a block, but for overlaps and gaps, which are told at the end from what blocks leave. Foreign
 * features come last and are looked at for duplicates only; what they do along the border is for `borderOf` to say.
 */
export function checkBlockShapes({ own, around }: Omit<BlockFeatures, 'wholes'>, joins: boolean): BlockShapes {
  const attributes = new Map(own.map((feature) => [feature.id, feature.attributes]))
  const domestic = [...own, ...around.filter(({ foreign }) => !foreign)].sort((a, b) => a.id - b.id)
  const foreign = around.filter((feature) => feature.foreign)
  const check = (features: { id: number; geometry: MultiPolygon }[]) => {
    const ids = features.map(({ id }) => id)
    const drawn = drawnSet(features.map(({ geometry }) => geometry))
    const isOwn = Uint8Array.from(ids, (id) => Number(attributes.has(id)))
    const limits = { ...USUAL_LIMITS, minimumArea: (k: number) => minimumAreaOf(attributes.get(ids[k]!)?.DLBM) }
    return { ids, drawn, inputs: [drawn.set, limits, drawn.notices, isOwn] as const }
  }
  const all = check([...domestic, ...foreign])
  if (!joins) return { issues: withIds(checkSingly(...all.inputs).issues, all.ids, all.drawn), left: null }
  const inside = foreign.length ? check(domestic) : all
  const [set, limits, notices, isOwn] = inside.inputs
  const { issues, ...left } = checkBlock(set, isOwn, limits, notices)
  const told = foreign.length ? checkSingly(...all.inputs).issues : issues
  return { issues: withIds(told, all.ids, all.drawn), left: packLeft(left) }
}
