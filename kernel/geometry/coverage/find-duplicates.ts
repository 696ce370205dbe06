import { toCell } from '../arrangement/grid.ts'
import { featureGeometry } from '../flat/feature-geometry.ts'
import { featureCount, type PolygonSet } from '../flat/polygon-set.ts'
import { planarArea } from '../measures/planar-area.ts'
import { commonArea } from '../overlay/common-area.ts'
import type { MultiPolygon } from '../types.ts'

/** Areas that differ by less are the same, m²: the last digit of a legal area. */
const SAME_AREA = 0.01

export type Duplicates = { members: number[]; measure: number }

/** Features with the same box and all their area in common, however their vertices are written. */
export function findDuplicates(set: PolygonSet, left: Uint8Array): Duplicates[] {
  const groups: Duplicates[] = []
  for (const candidates of sameBoxes(set, left)) {
    const shapes = new Map(candidates.map((feature) => [feature, featureGeometry(set, feature)]))
    let rest = candidates
    while (rest.length > 1) {
      const [first, ...others] = rest as [number, ...number[]]
      const twins = others.filter((other) => areSame(shapes.get(first)!, shapes.get(other)!))
      if (twins.length > 0) groups.push({ members: [first, ...twins], measure: planarArea(shapes.get(first)!) })
      rest = others.filter((other) => !twins.includes(other))
    }
  }
  return groups
}

/** Groups of more than one feature whose boxes agree to the cell, in order of their first one. */
function sameBoxes({ boxes, ...set }: PolygonSet, left: Uint8Array): Iterable<number[]> {
  const count = featureCount({ boxes, ...set })
  let size = 16
  while (size < 2 * count) size *= 2
  const slots = new Int32Array(size).fill(-1)
  const groups = new Map<number, number[]>()
  const cell = new Float64Array(4 * count)
  for (let f = 0; f < count; f++) {
    if (left[f]) continue
    let slot = 0
    for (let k = 4 * f; k < 4 * f + 4; k++) {
      cell[k] = toCell(boxes[k]!)
      slot = Math.imul(slot ^ (cell[k]! % 0x7fffffff), 0x9e3779b1)
      slot ^= slot >>> 15
    }
    const equal = (g: number) => cell[4 * g] === cell[4 * f] && cell[4 * g + 1] === cell[4 * f + 1] && cell[4 * g + 2] === cell[4 * f + 2] && cell[4 * g + 3] === cell[4 * f + 3] // biome-ignore format: one row
    slot &= size - 1
    while (slots[slot]! >= 0 && !equal(slots[slot]!)) slot = (slot + 1) & (size - 1)
    const first = slots[slot]!
    if (first < 0) slots[slot] = f
    else if (groups.has(first)) groups.get(first)!.push(f)
    else groups.set(first, [first, f])
  }
  return groups.values()
}

function areSame(a: MultiPolygon, b: MultiPolygon): boolean {
  const areas = [planarArea(a), planarArea(b)] as const
  return Math.max(...areas) - Math.min(commonArea(a, b), ...areas) < SAME_AREA
}
