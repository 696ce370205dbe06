import { perimeter } from '../measures/perimeter.ts'
import { planarArea } from '../measures/planar-area.ts'
import { pointOnSurface } from '../measures/point-on-surface.ts'
import { spikeLength } from '../repair/clean-ring.ts'
import { type Repair, repairPolygon } from '../repair/repair.ts'
import type { MultiPolygon, Position, Ring } from '../types.ts'
import type { ShapeLimits, ShapeRule } from './issue.ts'

/** Rings smaller than this are tiny, m²: the last digit of a legal area. */
export const TINY_AREA = 0.01

export type ShapeIssue = { rule: ShapeRule; at?: Position; measure: number }

/** Everything that is wrong with one geometry by itself. */
export function checkShape(
  geometry: MultiPolygon,
  limits: Omit<ShapeLimits, 'minimumArea'> & { minimumArea: number },
): ShapeIssue[] {
  const outcome = repairPolygon(geometry, { tinyArea: TINY_AREA })
  if ('rejected' in outcome) return [{ rule: 'invalid', at: outcome.at, measure: 0 }]
  const issues: ShapeIssue[] = outcome.repairs.map(({ kind, at, measure }) => ({ rule: ruleOf(kind), at, measure }))
  const at = pointOnSurface(outcome.geometry)
  const area = planarArea(outcome.geometry)
  if (area < limits.sliverArea) issues.push({ rule: 'sliver', at, measure: area })
  else if (area < limits.minimumArea) issues.push({ rule: 'below-minimum-area', at, measure: area })
  const ratio = (2 * perimeter(outcome.geometry)) / area
  if (ratio > limits.narrowRatio) issues.push({ rule: 'narrow', at, measure: ratio })
  return issues.concat(outcome.geometry.flat().flatMap((ring) => acuteAngles(ring, limits.acuteAngle)))
}

function ruleOf(kind: Repair['kind']): ShapeRule {
  return kind === 'self-crossing' || kind === 'touching-rings' ? 'self-intersection' : kind
}

/** Corners of a closed ring below the limit (degrees) that are no spikes. */
export function acuteAngles(ring: Ring, limit: number): { rule: 'acute-angle'; at: Position; measure: number }[] {
  const corners = ring.slice(0, -1)
  return corners.flatMap((b, i) => {
    const a = corners[(i + corners.length - 1) % corners.length]!
    const c = corners[(i + 1) % corners.length]!
    const cross = (a[0] - b[0]) * (c[1] - b[1]) - (a[1] - b[1]) * (c[0] - b[0])
    const dot = (a[0] - b[0]) * (c[0] - b[0]) + (a[1] - b[1]) * (c[1] - b[1])
    const angle = (Math.atan2(Math.abs(cross), dot) * 180) / Math.PI
    return angle < limit && spikeLength(a, b, c) === 0 ? [{ rule: 'acute-angle', at: b, measure: angle } as const] : []
  })
}
