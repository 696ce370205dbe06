import { checkCoverage } from '../geometry/coverage/check-coverage.ts'
import type { CoverageIssue } from '../geometry/coverage/drawn-set.ts'
import { cutOverlap } from '../geometry/coverage-fix/cut-overlap.ts'
import { fillGap } from '../geometry/coverage-fix/fill-gap.ts'
import type { Fix } from '../geometry/coverage-fix/fix.ts'
import type { MultiPolygon, Position } from '../geometry/types.ts'
import { faultOf } from './fixable.ts'

/** What would change; `areaBefore`, `areaAfter`: planar m². Nothing is done yet. */
export type ProposedFix = {
  what: Fix['what']
  features: { id: number; before: MultiPolygon; after: MultiPolygon; areaBefore: number; areaAfter: number }[]
}

/**
 * How an overlap would be cut, or a gap filled, with the features as they are now. Undefined where they no longer have the
 * fault near the place of the issue, or no fix of it is known. Pure.
 */
export function proposeFix(
  { rule, at }: { rule: string; at: Position },
  features: readonly { id: number; geometry: MultiPolygon }[],
): ProposedFix | undefined {
  const inputs = features.map(({ id, geometry }) => ({ id, geometry }))
  const found = nearest(
    checkCoverage(inputs).filter((each) => each.rule === faultOf(rule)),
    at,
  )
  if (!found?.geometry) return undefined
  const fault = {
    features: found.ids.map((id) => inputs.findIndex((each) => each.id === id)),
    geometry: found.geometry,
  }
  const geometryOf = (place: number) => inputs[place]!.geometry
  const fix = found.rule === 'overlap' ? cutOverlap(fault, geometryOf) : fillGap(fault, geometryOf)
  return fix && { what: fix.what, features: fix.areas.map((areas) => changeOf(fix, areas, inputs[areas.feature]!)) }
}

function changeOf(
  { changed }: Fix,
  { feature, before, after }: Fix['areas'][number],
  { id, geometry }: { id: number; geometry: MultiPolygon },
): ProposedFix['features'][number] {
  return { id, before: geometry, after: changed.get(feature)!, areaBefore: before, areaAfter: after }
}

/** Farther away it is another fault, metres. */
const NEAR = 1

function nearest<Id>(issues: CoverageIssue<Id>[], [x, y]: Position): CoverageIssue<Id> | undefined {
  const off = ({ at }: CoverageIssue<Id>) => (at ? Math.hypot(at[0] - x, at[1] - y) : Number.POSITIVE_INFINITY)
  return issues.filter((issue) => off(issue) <= NEAR).sort((a, b) => off(a) - off(b))[0]
}
