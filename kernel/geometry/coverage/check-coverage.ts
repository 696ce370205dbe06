import { SetBuilder } from '../flat/set-builder.ts'
import { refuse } from '../repair/repair.ts'
import type { MultiPolygon, Position } from '../types.ts'
import { checkSet } from './check-set.ts'
import type { SetIssue } from './issue.ts'

/** As `SetIssue`, with ids in place of places in a set. */
export type CoverageIssue<Id> = Omit<SetIssue, 'features'> & { ids: Id[] }

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

/** `checkSet` of a few features as nested arrays, which may be drawn in any way and broken in any. */
export function checkCoverage<Id>(
  features: { id: Id; geometry: MultiPolygon }[],
  options: CoverageOptions<Id> = {},
): CoverageIssue<Id>[] {
  const { sliverArea = 10, narrowRatio = 4, acuteAngle = 10, minimumArea = () => 0 } = options
  const builder = new SetBuilder()
  const refused = new Map<number, Position | undefined>()
  features.forEach(({ geometry }, feature) => {
    const refusal = refuse(geometry)
    if (refusal) refused.set(feature, refusal.at)
    builder.add(refusal ? [] : geometry)
  })
  const limits = {
    sliverArea,
    narrowRatio,
    acuteAngle,
    minimumArea: (feature: number) => minimumArea(features[feature]!.id),
  }
  return checkSet(builder.finish(), limits, builder.notices).map(({ features: places, ...issue }) => ({
    ...issue,
    ...(issue.rule === 'invalid' && refused.has(places[0]!) ? { at: refused.get(places[0]!) } : {}),
    ids: places.map((place) => features[place]!.id),
  }))
}
