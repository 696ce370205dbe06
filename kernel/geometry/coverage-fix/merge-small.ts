import { TOLERANCE } from '../repair/clean-ring.ts'
import type { MultiPolygon } from '../types.ts'
import { type Fix, fixOf, type GeometryOf } from './fix.ts'
import { join } from './shared-length.ts'

export type MergeOutcome = Fix | { refused: 'no-neighbour' | 'none-allowed' }

/**
 * Merges a sliver or a patch below the minimum area into the neighbour of the best rank that it has a border with; of
 * equal rank the one with the longest shared border, then the first.
 * @param neighbours features near it, in the order in which they are preferred when all else is equal
 * @param rank 0 best, undefined for never: `mergeRank` for the standard's order
 */
export function mergeSmall(
  feature: number,
  neighbours: number[],
  geometryOf: GeometryOf,
  rank: (neighbour: number) => number | undefined,
): MergeOutcome {
  const patch = geometryOf(feature)
  const bordering = neighbours.flatMap((neighbour) => {
    if (neighbour === feature || geometryOf(neighbour).length === 0) return []
    const { joined, shared } = join(geometryOf(neighbour), patch)
    return shared > TOLERANCE ? [{ neighbour, joined, shared, place: rank(neighbour) }] : []
  })
  if (bordering.length === 0) return { refused: 'no-neighbour' }
  let best: { neighbour: number; joined: MultiPolygon; shared: number; place: number } | undefined
  for (const { place, ...each } of bordering) {
    if (place === undefined) continue
    const better = !best || place < best.place || (place === best.place && each.shared > best.shared + TOLERANCE)
    if (better) best = { ...each, place }
  }
  if (!best) return { refused: 'none-allowed' }
  const changed = new Map<number, MultiPolygon>([
    [feature, []],
    [best.neighbour, best.joined],
  ])
  return fixOf('merge', changed, geometryOf)
}
