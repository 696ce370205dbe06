import type { PolygonSet } from '../flat/polygon-set.ts'
import { type RingNotice, SetBuilder } from '../flat/set-builder.ts'
import { refuse } from '../repair/repair.ts'
import type { MultiPolygon, Position } from '../types.ts'
import type { SetIssue } from './issue.ts'

/** `refused`: features without a geometry that can be looked at, empty in the set, and where to look. */
export type DrawnSet = { set: PolygonSet; notices: RingNotice[]; refused: Map<number, Position | undefined> }

/** Geometries that may be drawn in any way and broken in any, as a set. */
export function drawnSet(geometries: readonly MultiPolygon[]): DrawnSet {
  const builder = new SetBuilder()
  const refused = new Map<number, Position | undefined>()
  geometries.forEach((geometry, feature) => {
    const refusal = refuse(geometry)
    if (refusal) refused.set(feature, refusal.at)
    builder.add(refusal ? [] : geometry)
  })
  return { set: builder.finish(), notices: builder.notices, refused }
}

/** As `SetIssue`, with ids in place of places in a set. */
export type CoverageIssue<Id> = Omit<SetIssue, 'features'> & { ids: Id[] }

export const withIds = <Id>(issues: SetIssue[], ids: readonly Id[], { refused }: DrawnSet): CoverageIssue<Id>[] =>
  issues.map(({ features, ...issue }) => ({
    ...issue,
    ...(issue.rule === 'invalid' && refused.has(features[0]!) ? { at: refused.get(features[0]!) } : {}),
    ids: features.map((feature) => ids[feature]!),
  }))
