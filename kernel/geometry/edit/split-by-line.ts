import { collectRegions } from '../arrangement/collect-regions.ts'
import { arrange } from '../arrangement/faces.ts'
import { coveringParts, ringRoles } from '../arrangement/ring-roles.ts'
import type { MultiPolygon, Position } from '../types.ts'

/**
 * Cuts an area along a line, into parts that share the cut's vertices, on the 0.1 mm grid. A line that does not cross
 * the whole area cuts nothing: ends that hang inside are ignored. Every connected part comes back on its own.
 * @throws RangeError when a coordinate is not finite or too far out
 */
export function splitByLine(geometry: MultiPolygon, line: Position[]): MultiPolygon[] {
  const roles = ringRoles(geometry)
  const plane = arrange(geometry.flat(), [line])
  let regions = 0
  const regionOf = Int32Array.from(plane.ringsRound, (rings) =>
    coveringParts(rings, roles).length > 0 ? regions++ : -1,
  )
  return collectRegions(plane, regionOf, regions)
}
