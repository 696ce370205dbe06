import { FARTHEST } from '../arrangement/grid.ts'
import { featureGeometry } from '../flat/feature-geometry.ts'
import { featureCount, type PolygonSet } from '../flat/polygon-set.ts'
import { pointOnSurface } from '../measures/point-on-surface.ts'
import type { Position } from '../types.ts'
import { acuteAngles, checkShape, TINY_AREA } from './check-shape.ts'
import type { SetIssue, ShapeLimits } from './issue.ts'
import { ringsTouch } from './ring-contacts.ts'
import { ACUTE, measureRing, ringMeasure, TO_REPAIR } from './ring-measure.ts'
import { holesInPlace } from './ring-places.ts'

const TANGLED = new Set<SetIssue['rule']>([
  'self-intersection',
  'hole-outside',
  'overlapping-holes',
  'overlapping-parts',
])

/**
 * Everything wrong with single features of the set. `invalid` marks those without a shape at all, `tangled` are those
 * whose rings conflict, so that the winding of their edges does not tell what they cover. A feature that is plainly
 * sound, as nearly all are, is only walked along; what is not goes to `checkShape`, the full repair.
 * @param own features that are judged; the others are only marked
 */
export function checkShapes(
  set: PolygonSet,
  limits: ShapeLimits,
  own?: Uint8Array,
): { issues: SetIssue[]; invalid: Uint8Array; tangled: number[] } {
  const invalid = new Uint8Array(featureCount(set))
  const issues: SetIssue[] = []
  const tangled: number[] = []
  const tangent = Math.tan((limits.acuteAngle * Math.PI) / 180)
  for (let feature = 0; feature < invalid.length; feature++) {
    const sound = measureFeature(set, feature, tangent)
    const judged = !own || own[feature] === 1
    if (sound === undefined) {
      const found = checkShape(featureGeometry(set, feature), { ...limits, minimumArea: limits.minimumArea(feature) })
      if (found.some(({ rule }) => rule === 'invalid')) invalid[feature] = 1
      else if (judged && found.some(({ rule }) => TANGLED.has(rule))) tangled.push(feature)
      if (judged) for (const issue of found) issues.push({ ...issue, features: [feature] })
    } else if (judged) judgeSound(set, feature, sound, limits, issues)
  }
  return { issues, invalid, tangled }
}

/** m², m, whether a corner may be acute; used again for the next feature. */
const measured = { area: 0, length: 0, acute: false }

/** Undefined when the feature is not plainly sound: rings without repetition, spike or contact, holes in their places. */
function measureFeature(set: PolygonSet, feature: number, tangent: number): typeof measured | undefined {
  const { coordinates, ringStart, partStart, featureStart, boxes } = set
  const parts = featureStart[feature + 1]! - featureStart[feature]!
  const first = partStart[featureStart[feature]!]!
  const end = partStart[featureStart[feature + 1]!]!
  if (parts !== 1 || first === end) return undefined
  let area = 0
  let length = 0
  let flags = 0
  for (let r = first; r < end; r++) {
    flags |= measureRing(coordinates, ringStart[r]!, ringStart[r + 1]!, tangent)
    const signed = ringMeasure.doubleArea / 2
    // Outer rings run counter-clockwise, holes clockwise: their areas add up.
    if (r === first ? !(signed >= TINY_AREA) : !(signed <= -TINY_AREA)) return undefined
    area += signed
    length += ringMeasure.length
  }
  if (flags & TO_REPAIR || !isNear(boxes, feature) || ringsTouch(set, first, end)) return undefined
  if (end - first > 1 && !holesInPlace(set, first, end)) return undefined
  measured.area = area
  measured.length = length
  measured.acute = (flags & ACUTE) !== 0
  return measured
}

function isNear(boxes: Float64Array, feature: number): boolean {
  const k = 4 * feature
  return boxes[k]! >= -FARTHEST && boxes[k + 1]! >= -FARTHEST && boxes[k + 2]! <= FARTHEST && boxes[k + 3]! <= FARTHEST
}

function judgeSound(
  set: PolygonSet,
  feature: number,
  { area, length, acute }: typeof measured,
  { sliverArea, narrowRatio, acuteAngle, minimumArea }: ShapeLimits,
  issues: SetIssue[],
): void {
  const ratio = (2 * length) / area
  const minimum = area < sliverArea ? 0 : minimumArea(feature)
  if (area >= sliverArea && area >= minimum && ratio <= narrowRatio && !acute) return
  const geometry = featureGeometry(set, feature)
  const add = (rule: SetIssue['rule'], measure: number, at: Position | undefined) =>
    issues.push({ rule, at, measure, features: [feature] })
  if (area < sliverArea) add('sliver', area, pointOnSurface(geometry))
  else if (area < minimum) add('below-minimum-area', area, pointOnSurface(geometry))
  if (ratio > narrowRatio) add('narrow', ratio, pointOnSurface(geometry))
  if (!acute) return
  for (const ring of geometry.flat())
    for (const { rule, measure, at } of acuteAngles(ring, acuteAngle)) add(rule, measure, at)
}
