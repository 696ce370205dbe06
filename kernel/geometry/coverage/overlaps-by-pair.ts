import { featureGeometry } from '../flat/feature-geometry.ts'
import type { PolygonSet } from '../flat/polygon-set.ts'
import { boxesMeet } from '../measures/bounding-box.ts'
import { perimeter } from '../measures/perimeter.ts'
import { planarArea } from '../measures/planar-area.ts'
import { pointOnSurface } from '../measures/point-on-surface.ts'
import { commonArea } from '../overlay/common-area.ts'
import { intersection } from '../overlay/intersection.ts'
import { TOLERANCE } from '../repair/clean-ring.ts'
import type { Box, MultiPolygon } from '../types.ts'
import { untangled } from './bad-faces.ts'
import type { SetIssue } from './issue.ts'

/** Pairs that are looked at in one tangle: enough to see what is wrong, few enough to come to an end. */
const MOST_PAIRS = 10_000

/** Overlaps of each two of the features whose boxes meet; for drawings that cannot be arranged all at once. */
export function overlapsByPair(set: PolygonSet, group: number[]): SetIssue[] {
  const issues: SetIssue[] = []
  const shapes = new Map<number, MultiPolygon>()
  const shapeOf = (feature: number) => {
    const shape = shapes.get(feature) ?? featureGeometry(set, feature)
    shapes.set(feature, shape)
    return shape
  }
  let pairs = 0
  for (let i = 0; i < group.length; i++) {
    for (let j = i + 1; j < group.length; j++) {
      const [a, b] = [group[i]!, group[j]!]
      if (!boxesMeet(boxOf(set, a), boxOf(set, b))) continue
      if (++pairs > MOST_PAIRS) return issues
      const issue = overlapOf(shapeOf(a), shapeOf(b))
      if (issue) issues.push({ ...issue, features: [a, b] })
    }
  }
  return issues
}

/** Where even two cross each other too often, the area is told without the geometry. */
function overlapOf(a: MultiPolygon, b: MultiPolygon): Omit<SetIssue, 'features'> | undefined {
  const geometry = untangled(() => intersection(a, b))
  if (!geometry) return { rule: 'overlap', at: pointOnSurface(a)!, measure: commonArea(a, b) }
  const at = pointOnSurface(geometry)
  const measure = planarArea(geometry)
  return at && 2 * measure > TOLERANCE * perimeter(geometry) ? { rule: 'overlap', at, measure, geometry } : undefined
}

const boxOf = ({ boxes }: PolygonSet, f: number): Box => [boxes[4 * f]!, boxes[4 * f + 1]!, boxes[4 * f + 2]!, boxes[4 * f + 3]!] // biome-ignore format: one row
