import { featureGeometry } from '../flat/feature-geometry.ts'
import type { PolygonSet } from '../flat/polygon-set.ts'
import type { RingNotice } from '../flat/set-builder.ts'
import { pointOnSurface } from '../measures/point-on-surface.ts'
import { checkShapes } from './check-shapes.ts'
import { checkTopology } from './check-topology.ts'
import { findDuplicates } from './find-duplicates.ts'
import type { SetIssue, ShapeLimits } from './issue.ts'

/**
 * Checks features that should cover an area without overlap or gap. Issues come feature by feature, then duplicates,
 * then overlaps and gaps from west to east. Invalid features, and all but the first of the same, are reported and left
 * out of the rest. A gap is an empty place with features all round; whether the outside is where it should be is for
 * `difference` to say.
 * @param notices what the builder of the set had to do to rings as drawn; reported too
 */
export function checkSet(set: PolygonSet, limits: ShapeLimits, notices: RingNotice[] = []): SetIssue[] {
  const { issues, left, tangled } = checkSingly(set, limits, notices)
  for (const conflict of checkTopology(set, left, tangled)) issues.push(conflict)
  return issues
}

/** All but overlaps and gaps. `left`: what is to be left out of looking for these. Of others than `own` nothing is told. */
export function checkSingly(
  set: PolygonSet,
  limits: ShapeLimits,
  notices: RingNotice[],
  own?: Uint8Array,
): { issues: SetIssue[]; left: Uint8Array; tangled: number[] } {
  const { issues: ofShapes, invalid: left, tangled } = checkShapes(set, limits, own)
  const drawn = notices
    .filter(({ feature }) => !own || own[feature])
    .map(({ kind, at, measure, feature }): SetIssue => ({ rule: kind, at, measure, features: [feature] }))
  const issues = [...drawn, ...ofShapes].sort((a, b) => a.features[0]! - b.features[0]!)
  for (const { members, measure } of findDuplicates(set, left)) {
    const at = pointOnSurface(featureGeometry(set, members[0]!))
    if (!own || own[members[0]!]) issues.push({ rule: 'duplicate', at, measure, features: members })
    for (const repeated of members.slice(1)) left[repeated] = 1
  }
  return { issues, left, tangled }
}
