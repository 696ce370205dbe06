import { planarArea } from '../../../../kernel/geometry/measures/planar-area.ts'
import { difference } from '../../../../kernel/geometry/overlay/difference.ts'
import type { MultiPolygon } from '../../../../kernel/geometry/types.ts'

type Placed = 'inside' | 'partly' | 'outside'
export type PatchPlace = { place: Placed; insideShare: number }

/** Shares within which two surveys of one border differ. */
const INSIDE = 0.95
const OUTSIDE = 0.05

/** 管理范围内外: how much of a patch lies in managed extents and under approvals that permit what was found there. */
export function placePatch(geometry: MultiPolygon, settled: readonly MultiPolygon[]): PatchPlace {
  const area = planarArea(geometry)
  const outside = settled.length === 0 ? area : planarArea(difference(geometry, [...settled]))
  const insideShare = area > 0 ? Math.max(0, Math.min(1, Math.round((1 - outside / area) * 1e6) / 1e6)) : 0
  const place = insideShare >= INSIDE ? 'inside' : insideShare <= OUTSIDE ? 'outside' : 'partly'
  return { place, insideShare }
}
