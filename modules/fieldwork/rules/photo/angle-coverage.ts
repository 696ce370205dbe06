import { boundingBox } from '../../../../kernel/geometry/measures/bounding-box.ts'
import { centroid } from '../../../../kernel/geometry/measures/centroid.ts'
import type { MultiPolygon, Position } from '../../../../kernel/geometry/types.ts'

/** Where a camera stood (metres, EPSG:4524) and looked (degrees from north); `view`: the angle it sees, degrees. */
export type View = { position: Position; azimuth: number; view?: number }

/** What is asked of the photos of a range: the share of its border seen, and the widest gap between directions, degrees. */
export type AngleNeeds = { seen: number; gap: number }
export const usualAngles: AngleNeeds = { seen: 0.7, gap: 120 }

export type AngleCoverage = {
  /** share of the border in some photo, 0 … 1 */
  seen: number
  /** directions the range was looked at in, ascending, degrees */
  directions: number[]
  /** widest gap between two of them, degrees, and where it lies */
  gap: { from: number; to: number; width: number }
  isEnough: boolean
  /** places along the border, evenly, and whether a photo shows them */
  border: { place: Position; isSeen: boolean }[]
  /** where to stand and look for the next photo; nothing when it is enough */
  next?: { position: Position; azimuth: number }
}

/** A phone held upright sees about this much, degrees. */
const VIEW = 65
const SAMPLES = 240
/** m: farther away a camera shows little of a border. */
const FARTHEST = 100

/**
 * Whether photos show a range from all around (SH130). Nothing but distance and direction is looked at: what stands in the way is
 * not known here.
 */
export function angleCoverage(range: MultiPolygon, views: readonly View[], needs = usualAngles): AngleCoverage {
  const places = samplesOf(range)
  const [minX, minY, maxX, maxY] = boundingBox(range)
  const diameter = Math.hypot(maxX - minX, maxY - minY)
  const reach = Math.min(FARTHEST, 2 * diameter)
  const seenBy = views.map((view) => places.map((place) => sees(view, place, reach)))
  const useful = views.filter((_, k) => seenBy[k]!.some(Boolean))
  const border = places.map((place, k) => ({ place, isSeen: seenBy.some((each) => each[k]) }))
  const seen = border.filter(({ isSeen }) => isSeen).length / border.length
  const directions = useful.map(({ azimuth }) => turn(azimuth)).toSorted((a, b) => a - b)
  const gap = widestGap(directions)
  // A border longer than cameras can take in from around counts by what was seen of it.
  const isLarge = diameter > 2 * FARTHEST
  const isEnough = seen >= needs.seen && (isLarge || gap.width <= needs.gap)
  return { seen, directions, gap, isEnough, border, ...(!isEnough && { next: standpoint(range, gap, diameter) }) }
}

const turn = (angle: number) => ((angle % 360) + 360) % 360
const bearing = ([x, y]: Position, [toX, toY]: Position) => turn((Math.atan2(toX - x, toY - y) * 180) / Math.PI)

function sees({ position, azimuth, view = VIEW }: View, place: Position, reach: number): boolean {
  if (Math.hypot(place[0] - position[0], place[1] - position[1]) > reach) return false
  const off = Math.abs(turn(bearing(position, place) - azimuth + 180) - 180)
  return off <= view / 2
}

function widestGap(directions: number[]): AngleCoverage['gap'] {
  const [first] = directions
  if (first === undefined) return { from: 0, to: 360, width: 360 }
  const gaps = directions.map((from, k) => {
    const to = directions[k + 1] ?? first + 360
    return { from, to: turn(to), width: to - from }
  })
  return gaps.reduce((widest, each) => (each.width > widest.width ? each : widest))
}

/** Places along all outer borders, evenly. */
function samplesOf(range: MultiPolygon): Position[] {
  const edges = range.flatMap(([shell]) => shell!.slice(1).map((end, k) => [shell![k]!, end] as const))
  const lengths = edges.map(([a, b]) => Math.hypot(b[0] - a[0], b[1] - a[1]))
  const step = lengths.reduce((sum, length) => sum + length, 0) / SAMPLES
  return edges.flatMap(([a, b], k) => {
    const count = Math.max(1, Math.round(lengths[k]! / step))
    return Array.from({ length: count }, (_, i): Position => {
      const along = (i + 0.5) / count
      return [a[0] + along * (b[0] - a[0]), a[1] + along * (b[1] - a[1])]
    })
  })
}

/** Across the range from the middle of the gap, a few steps outside it. */
function standpoint(range: MultiPolygon, { from, width }: AngleCoverage['gap'], diameter: number) {
  const azimuth = turn(from + width / 2)
  const [x, y] = centroid(range)!
  const away = Math.min(diameter / 2 + 10, FARTHEST)
  const angle = (azimuth * Math.PI) / 180
  return { azimuth, position: [x - away * Math.sin(angle), y - away * Math.cos(angle)] as Position }
}
