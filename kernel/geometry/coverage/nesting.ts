import { prepareLayer } from '../areas/prepared-layer.ts'
import { tabulateSets } from '../areas/tabulate-sets.ts'
import { featureGeometry } from '../flat/feature-geometry.ts'
import { featureCount, type PolygonSet } from '../flat/polygon-set.ts'
import { perimeter } from '../measures/perimeter.ts'
import { planarArea } from '../measures/planar-area.ts'
import { pointOnSurface } from '../measures/point-on-surface.ts'
import { TOLERANCE } from '../repair/clean-ring.ts'
import type { Position } from '../types.ts'
import { TINY_AREA } from './check-shape.ts'

/**
 * A part that is not wholly inside just one whole, and the right one. `measure`, m²: what lies in no whole (outside), what
 * lies in others than the one that holds most (across), or what lies in one whose code is not the part's (code).
 * `wholes`: those it lies in, the one that holds most first.
 */
export type NestingIssue = {
  rule: 'nesting-outside' | 'nesting-across' | 'nesting-code'
  at: Position | undefined
  measure: number
  part: number
  wholes: number[]
}

/**
 * Checks that every part lies inside exactly one whole, by geometry and by code: patches in villages, villages in towns,
 * once for each two levels. Strips not wider than 0.001 m (area ≤ perimeter × 0.0005 m), and areas below 0.01 m², are
 * within the tolerance. Geometries must be sound; whether the wholes overlap is for `checkSet` to say.
 * @param belongs whether the code of the part says it belongs to the whole
 */
export function checkNesting(
  parts: PolygonSet,
  wholes: PolygonSet,
  belongs: (part: number, whole: number) => boolean,
): NestingIssue[] {
  const rows = tabulateSets(parts, prepareLayer(wholes))
  const issues: NestingIssue[] = []
  let row = 0
  for (let part = 0; part < featureCount(parts); part++) {
    const from = row
    while (rows.subjects[row] === part) row++
    const shares = Array.from({ length: row - from }, (_, k) => ({
      whole: rows.features[from + k]!,
      area: rows.planar[from + k]!,
    }))
    issues.push(...judge(parts, part, shares, belongs))
  }
  return issues
}

type Share = { whole: number; area: number }

function judge(
  parts: PolygonSet,
  part: number,
  shares: Share[],
  belongs: (part: number, whole: number) => boolean,
): NestingIssue[] {
  const geometry = featureGeometry(parts, part)
  const tolerance = Math.max(TINY_AREA, (perimeter(geometry) * TOLERANCE) / 2)
  const held = shares.filter(({ area }) => area > tolerance).sort((a, b) => b.area - a.area || a.whole - b.whole)
  const outside = planarArea(geometry) - shares.reduce((sum, { area }) => sum + area, 0)
  const across = held.slice(1).reduce((sum, { area }) => sum + area, 0)
  const main = held[0]
  const wholes = held.map(({ whole }) => whole)
  const found: [NestingIssue['rule'], number][] = []
  if (outside > tolerance) found.push(['nesting-outside', outside])
  if (across > tolerance) found.push(['nesting-across', across])
  if (main && !belongs(part, main.whole)) found.push(['nesting-code', main.area])
  return found.map(([rule, measure]) => ({ rule, at: pointOnSurface(geometry), measure, part, wholes }))
}
