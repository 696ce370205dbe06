import { toCell } from '../arrangement/grid.ts'
import type { OverlayInput } from '../arrangement/overlay-faces.ts'
import { boundingBox } from '../measures/bounding-box.ts'
import { planarArea } from '../measures/planar-area.ts'
import { pointOnSurface } from '../measures/point-on-surface.ts'
import { commonArea } from '../overlay/common-area.ts'
import { edgeTable } from '../overlay/edge-table.ts'
import type { MultiPolygon, Position } from '../types.ts'
import { checkShape, type ShapeRule } from './check-shape.ts'
import { checkTopology } from './check-topology.ts'

export type CoverageIssue<Id> = {
  rule: ShapeRule | 'overlap' | 'gap' | 'duplicate'
  /** Where to look; missing only for a geometry without any coordinate. */
  at?: Position
  measure: number
  /** The features concerned; of a gap, those round it. */
  ids: Id[]
  geometry?: MultiPolygon
}

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

/**
 * Checks features that should cover an area without overlap or gap. Issues come feature by feature, then duplicates,
 * then overlaps and gaps from west to east. Invalid geometries are reported and left out of the rest. A gap is an
 * empty place with features all round; whether the outside is where it should be is for `difference` to say.
 */
export function checkCoverage<Id>(
  features: OverlayInput<Id>[],
  options: CoverageOptions<Id> = {},
): CoverageIssue<Id>[] {
  const { sliverArea = 10, narrowRatio = 4, acuteAngle = 10, minimumArea = () => 0 } = options
  const issues: CoverageIssue<Id>[] = []
  const sound: OverlayInput<Id>[] = []
  for (const feature of features) {
    const limits = { sliverArea, narrowRatio, acuteAngle, minimumArea: minimumArea(feature.id) }
    const found = checkShape(feature.geometry, limits)
    for (const issue of found) issues.push({ ...issue, ids: [feature.id] })
    if (!found.some(({ rule }) => rule === 'invalid')) sound.push(feature)
  }
  const duplicates = findDuplicates(sound)
  for (const { members, measure } of duplicates) {
    const ids = members.map((member) => sound[member]!.id)
    issues.push({ rule: 'duplicate', at: pointOnSurface(sound[members[0]!]!.geometry), measure, ids })
  }
  const repeated = new Set(duplicates.flatMap(({ members }) => members.slice(1)))
  const single = sound.filter((_, i) => !repeated.has(i))
  for (const { members, ...conflict } of checkTopology(single.map(({ geometry }) => geometry))) {
    issues.push({ ...conflict, ids: members.map((member) => single[member]!.id) })
  }
  return issues
}

/** Features with the same box and all their area in common, however their vertices are written. */
function findDuplicates(features: OverlayInput<unknown>[]): { members: number[]; measure: number }[] {
  const byBox = new Map<string, number[]>()
  features.forEach(({ geometry }, i) => {
    const name = boundingBox(geometry).map(toCell).join()
    const same = byBox.get(name)
    if (same) same.push(i)
    else byBox.set(name, [i])
  })
  const groups: { members: number[]; measure: number }[] = []
  for (const candidates of byBox.values()) {
    let rest = candidates
    while (rest.length > 1) {
      const [first, ...others] = rest as [number, ...number[]]
      const twins = others.filter((other) => areSame(features[first]!.geometry, features[other]!.geometry))
      if (twins.length > 0) groups.push({ members: [first, ...twins], measure: planarArea(features[first]!.geometry) })
      rest = others.filter((other) => !twins.includes(other))
    }
  }
  return groups
}

function areSame(a: MultiPolygon, b: MultiPolygon): boolean {
  const areas = [planarArea(a), planarArea(b)] as const
  const [originX, originY] = boundingBox(a)
  const common = commonArea(edgeTable(a, originX, originY), edgeTable(b, originX, originY))
  return Math.max(...areas) - Math.min(common, ...areas) < 0.01
}
