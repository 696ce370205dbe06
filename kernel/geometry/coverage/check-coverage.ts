import type { MultiPolygon } from '../types.ts'
import { checkSet } from './check-set.ts'
import { type CoverageIssue, drawnSet, withIds } from './drawn-set.ts'

export type CoverageOptions<Id> = {
  /** A smaller area is a sliver, m²; 10 in the third survey (rule 4601). */
  sliverArea?: number
  /** 狭长: 2 · perimeter / area above this is narrow, 1/m; 4 is a strip of 1 m. */
  narrowRatio?: number
  /** Degrees; default 10. */
  acuteAngle?: number
  /** 最小上图面积 of a feature, m² (TD/T 1055: by land class); default none. */
  minimumArea?: (id: Id) => number
}

/** What is wrong where nobody says otherwise; see `CoverageOptions`. */
export const USUAL_LIMITS = { sliverArea: 10, narrowRatio: 4, acuteAngle: 10 }

/** `checkSet` of a few features as nested arrays, which may be drawn in any way and broken in any. */
export function checkCoverage<Id>(
  features: { id: Id; geometry: MultiPolygon }[],
  { minimumArea = () => 0, ...options }: CoverageOptions<Id> = {},
): CoverageIssue<Id>[] {
  const drawn = drawnSet(features.map(({ geometry }) => geometry))
  const ids = features.map(({ id }) => id)
  const limits = { ...USUAL_LIMITS, ...options, minimumArea: (feature: number) => minimumArea(ids[feature]!) }
  return withIds(checkSet(drawn.set, limits, drawn.notices), ids, drawn)
}
