import type { MultiPolygon } from '../types.ts'
import { coverageArcs, ringOfArcs } from './coverage-arcs.ts'
import { insertJunctions } from './insert-junctions.ts'
import { sweptAreas } from './swept-area.ts'
import { thinByArea, thinByDistance } from './thin-arc.ts'

/** `distance`: Douglas-Peucker, none of the old border farther than the tolerance from the new; `area`: Visvalingam, smoother. */
export type SimplifyMethod = 'distance' | 'area'

/**
 * Simplifies a coverage with its borders kept together: each border between two nodes is thinned once, for both sides,
 * so no gap and no overlap arises; a vertex stays where without it borders would cross or a patch would change sides.
 * Nodes stay, every ring keeps at least three corners, and the order of the patches is of no account. T-junctions
 * without a vertex on the other side get one first (within 0.001 m). The patches must not overlap (`checkCoverage`).
 * @throws RangeError when a coordinate is not finite
 * @param tolerance metres; for `area` the side of the square that a vertex's triangle may have at most
 */
export function simplifyCoverage(
  patches: MultiPolygon[],
  tolerance: number,
  method: SimplifyMethod = 'distance',
): MultiPolygon[] {
  const { positions, arcs, rings } = coverageArcs(insertJunctions(patches, patches))
  const isFree = sweptAreas(positions)
  const thin = method === 'distance' ? thinByDistance : thinByArea
  const lines = arcs.map(({ vertices, bent }) =>
    thin(vertices, { positions, tolerance, bent, isFree }).map((vertex) => positions[vertex]!),
  )
  return rings.map((polygons) => polygons.map((polygon) => polygon.map((ring) => ringOfArcs(ring, lines))))
}
