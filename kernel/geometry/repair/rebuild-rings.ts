import { collectRegions } from '../arrangement/collect-regions.ts'
import { arrange } from '../arrangement/faces.ts'
import { coveringParts, type RingRole, ringRoles } from '../arrangement/ring-roles.ts'
import { planarArea } from '../measures/planar-area.ts'
import type { MultiPolygon, Position } from '../types.ts'

/** What was wrong between rings: how much area (m²), and a vertex of the place. */
export type RingConflict = {
  kind: 'hole-outside' | 'overlapping-holes' | 'overlapping-parts'
  measure: number
  at: Position
}

type FaceState = { covered: boolean; conflict?: RingConflict['kind'] }

/**
 * Makes rings into valid polygons on the 0.1 mm grid: every ring covers what it goes round an odd number of times, a
 * polygon is its outer ring less all its holes, parts that overlap become one.
 */
export function rebuildRings(geometry: MultiPolygon): { geometry: MultiPolygon; conflicts: RingConflict[] } {
  const roles = ringRoles(geometry)
  const plane = arrange(geometry.flat())
  const states = plane.ringsRound.map((rings) => faceState(rings, roles))
  const covered = Int32Array.from(states, (state) => (state.covered ? 0 : -1))
  const conflicts: RingConflict[] = []
  for (const kind of ['hole-outside', 'overlapping-holes', 'overlapping-parts'] as const) {
    if (!states.some(({ conflict }) => conflict === kind)) continue
    const region = Int32Array.from(states, ({ conflict }) => (conflict === kind ? 0 : -1))
    const [where] = collectRegions(plane, region, 1)
    conflicts.push({ kind, measure: planarArea(where!), at: where![0]![0]![0]! })
  }
  return { geometry: collectRegions(plane, covered, 1)[0]!, conflicts }
}

function faceState(rings: readonly number[], roles: RingRole[]): FaceState {
  const covering = coveringParts(rings, roles)
  const outer = new Set(rings.filter((ring) => !roles[ring]!.hole).map((ring) => roles[ring]!.part))
  const holes = rings.filter((ring) => roles[ring]!.hole).map((ring) => roles[ring]!.part)
  let conflict: FaceState['conflict']
  if (holes.some((part) => !outer.has(part))) conflict = 'hole-outside'
  else if (holes.length > new Set(holes).size) conflict = 'overlapping-holes'
  else if (covering.length > 1) conflict = 'overlapping-parts'
  return { covered: covering.length > 0, conflict }
}
