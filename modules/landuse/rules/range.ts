import { perimeter } from '../../../kernel/geometry/measures/perimeter.ts'
import { planarArea } from '../../../kernel/geometry/measures/planar-area.ts'
import { difference } from '../../../kernel/geometry/overlay/difference.ts'
import type { MultiPolygon } from '../../../kernel/geometry/types.ts'
import type { Dropped, RuleParameters } from '../schema.ts'

export type Ranges = { ranges: MultiPolygon[]; dropped: Dropped[] }

/**
 * 待处理范围: the connected parts of a clue outside what is settled (managed areas, valid approvals), largest first.
 * Slivers, which come of two surveys drawing one border, are dropped and reported.
 */
export function rangesOf(clue: MultiPolygon, settled: MultiPolygon[], rule: RuleParameters): Ranges {
  const rest = settled.length === 0 ? clue : difference(clue, settled)
  const parts = rest.map((polygon) => measured([polygon])).sort((a, b) => b.area - a.area)
  const isRange = ({ area, width }: Dropped) => area >= rule.leastRangeArea && width >= rule.leastRangeWidth
  return {
    ranges: parts.filter(isRange).map(({ geometry }) => geometry),
    dropped: parts
      .filter((part) => !isRange(part))
      .map(({ area, width }) => ({ area: round(area), width: round(width) })),
  }
}

function measured(geometry: MultiPolygon) {
  const area = planarArea(geometry)
  const length = perimeter(geometry)
  return { geometry, area, width: length > 0 ? (2 * area) / length : 0 }
}

const round = (value: number) => Math.round(value * 100) / 100
