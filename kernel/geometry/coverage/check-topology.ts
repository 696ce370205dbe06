import { collectRegions } from '../arrangement/collect-regions.ts'
import { arrangeInputs } from '../arrangement/overlay-faces.ts'
import { perimeter } from '../measures/perimeter.ts'
import { planarArea } from '../measures/planar-area.ts'
import { pointOnSurface } from '../measures/point-on-surface.ts'
import { TOLERANCE } from '../repair/clean-ring.ts'
import type { MultiPolygon, Position } from '../types.ts'
import { matchEdges } from './match-edges.ts'

/** A face that two features cover, or that none covers though features go all round it; `members` are their places. */
export type TopologyConflict = {
  rule: 'overlap' | 'gap'
  at: Position
  measure: number
  members: number[]
  geometry: MultiPolygon
}

/**
 * Overlaps and gaps of a coverage, measured in m². Faces not wider than 0.001 m (2 · area / perimeter) are within the
 * tolerance of the databases and pass.
 */
export function checkTopology(geometries: MultiPolygon[]): TopologyConflict[] {
  const { suspects, isRim } = matchEdges(geometries)
  if (suspects.length === 0) return []
  const { plane, inputsOf } = arrangeInputs(suspects.map((feature) => geometries[feature]!))
  const neighbours = new Map<number, Set<number>>()
  const beyondRim = new Set<number>([0])
  plane.faceOf.forEach((face, h) => {
    if (inputsOf(face).length > 0) return
    const [a, b] =
      (h & 1) === 0 ? [plane.left[h >> 1]!, plane.right[h >> 1]!] : [plane.right[h >> 1]!, plane.left[h >> 1]!]
    const { nodeX, nodeY, originX, originY } = plane
    if (isRim(nodeX[a]! + originX, nodeY[a]! + originY, nodeX[b]! + originX, nodeY[b]! + originY)) beyondRim.add(face)
    const around = neighbours.get(face) ?? new Set()
    for (const input of inputsOf(plane.faceOf[h ^ 1]!)) around.add(input)
    neighbours.set(face, around)
  })
  const conflicts: { rule: 'overlap' | 'gap'; members: number[] }[] = []
  const regionOf = Int32Array.from({ length: plane.faces }, (_, face) => {
    const inputs = inputsOf(face)
    if (inputs.length === 1 || (inputs.length === 0 && beyondRim.has(face))) return -1
    const members = inputs.length > 1 ? [...inputs] : [...(neighbours.get(face) ?? [])].sort((a, b) => a - b)
    conflicts.push({ rule: inputs.length > 1 ? 'overlap' : 'gap', members: members.map((input) => suspects[input]!) })
    return conflicts.length - 1
  })
  const regions = collectRegions(plane, regionOf, conflicts.length)
  const found = conflicts.flatMap(({ rule, members }, k): TopologyConflict[] => {
    const geometry = regions[k]!
    const area = planarArea(geometry)
    const at = pointOnSurface(geometry)
    if (!at || 2 * area <= TOLERANCE * perimeter(geometry)) return []
    return [{ rule, at, measure: area, members, geometry }]
  })
  return found.sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1])
}
