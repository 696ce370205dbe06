import { collectRegions } from '../arrangement/collect-regions.ts'
import { arrange } from '../arrangement/faces.ts'
import { coveringParts, ringRoles } from '../arrangement/ring-roles.ts'
import type { MultiPolygon, Position } from '../types.ts'

/**
 * Cuts an area along one or several lines, into parts that share the cuts' vertices, on the 0.1 mm grid. Lines work
 * together: two that end inside may meet there and cut. What then still ends inside, and a line that does not cross the
 * whole area, cuts nothing. A line may run over holes. Every connected part comes back on its own.
 * @throws RangeError when a coordinate is not finite or too far out
 */
export function splitByLine(geometry: MultiPolygon, ...lines: Position[][]): MultiPolygon[] {
  const roles = ringRoles(geometry)
  const plane = arrange(geometry.flat(), lines)
  let regions = 0
  const regionOf = Int32Array.from(plane.ringsRound, (rings) =>
    coveringParts(rings, roles).length > 0 ? regions++ : -1,
  )
  return collectRegions(plane, regionOf, regions)
}
