import { overlayFaces } from '../arrangement/overlay-faces.ts'
import { boundingBox, boxesMeet } from '../measures/bounding-box.ts'
import { planarArea } from '../measures/planar-area.ts'
import { dissolve } from '../overlay/dissolve.ts'
import { union } from '../overlay/union.ts'
import type { MultiPolygon, Position } from '../types.ts'
import { pathAlong, ringAtEnds } from './ring-path.ts'
import { shareOut } from './share-out.ts'

export type ReshapeOutcome =
  /** In the order given; what did not change is the same object. */
  | { geometries: MultiPolygon[] }
  /** `ends-off-boundary`: the ends of the line do not lie on one ring of the target; `nothing-left`: a plot would vanish. */
  | { refused: 'ends-off-boundary' | 'nothing-left'; place: number }

/**
 * Replaces the part of a plot's boundary between the two ends of a line by the line, in the plot and in all that border
 * on it, so that no gap and no overlap arises: what the plot gains its neighbours lose; what it loses goes to the
 * neighbour along that part of the boundary, and where the border between two neighbours meets it, that border is
 * carried on, straight to the nearest point of the line. Where nobody borders on the plot it simply grows or shrinks.
 * Of the two ways round the ring the one is replaced that encloses less with the line. Results lie on the 0.1 mm grid.
 * @param place the plot to reshape, by its place in `plots`
 * @param snap how far from the boundary the ends may lie, metres
 * @throws RangeError when a coordinate is not finite or too far out
 */
export function reshape(plots: MultiPolygon[], place: number, line: Position[], snap = 0.5): ReshapeOutcome {
  const target = plots[place]!
  const [start, end] = [line[0], line.at(-1)]
  const found = start && end && ringAtEnds(target, [start, end], snap)
  if (!found || found.from.at.join() === found.to.at.join()) return { refused: 'ends-off-boundary', place }
  const drawn = [found.from.at, ...line.slice(1, -1), found.to.at]
  const ways = [pathAlong(found.ring, found.from, found.to), pathAlong(found.ring, found.to, found.from).reverse()]
  const [way] = ways
    .map((border) => ({ between: union([[[[...border, ...drawn.toReversed()]]]]) }))
    .sort((a, b) => planarArea(a.between) - planarArea(b.between))
  const near = plots.flatMap((plot, i) => (i === place || boxesMeet(boundingBox(plot), boundingBox(way!.between)) ? [i] : [])) // biome-ignore format: one row
  const changed = exchange(plots, near, place, { ...way!, drawn })
  const gone = near.find((i) => changed.get(i)!.length === 0)
  if (gone !== undefined) return { refused: 'nothing-left', place: gone }
  return { geometries: plots.map((plot, i) => changed.get(i) ?? plot) }
}

/** The line drawn, and the area between it and the old stretch of border. */
type Exchange = { drawn: Position[]; between: MultiPolygon }

const BETWEEN = -1

/** Takes everything apart along all borders at once and gives each face to its new owner. */
function exchange(plots: MultiPolygon[], near: number[], place: number, change: Exchange): Map<number, MultiPolygon> {
  const inputs = near.map((id) => ({ id, geometry: plots[id]! }))
  const faces = overlayFaces([...inputs, { id: BETWEEN, geometry: change.between }])
  const isLost = (owners: number[]) => owners.includes(BETWEEN) && owners.includes(place)
  const kept = faces.flatMap(({ geometry, inputs: owners }) => {
    if (isLost(owners)) return []
    const now = owners.includes(BETWEEN) ? [place] : owners
    return now.map((key) => ({ key, geometry }))
  })
  const lost = faces.filter(({ inputs: owners }) => isLost(owners)).map(({ geometry }) => geometry)
  const melted = dissolve([...kept, ...lost.flatMap((piece) => shareOut(piece, kept, place, change.drawn))])
  return new Map(near.map((id) => [id, sameVertices(plots[id]!, melted.get(id)) ? plots[id]! : (melted.get(id) ?? [])]))
}

function sameVertices(before: MultiPolygon, after: MultiPolygon = []): boolean {
  const names = (geometry: MultiPolygon) => geometry.flat(2).map(String)
  const known = new Set(names(before))
  const found = new Set(names(after))
  return known.size === found.size && [...found].every((name) => known.has(name))
}
