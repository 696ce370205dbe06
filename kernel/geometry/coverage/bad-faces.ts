import { collectRegions } from '../arrangement/collect-regions.ts'
import { type Faces, facesOf, halfEdgesByFace } from '../arrangement/faces.ts'
import { toCell } from '../arrangement/grid.ts'
import type { GridSegments } from '../arrangement/grid-segments.ts'
import { TooTangled } from '../arrangement/noder.ts'
import { boundingBox } from '../measures/bounding-box.ts'
import type { MultiPolygon, Position } from '../types.ts'

/** A place that is not covered once: by none though it is enclosed, or by more than one. */
export type BadFace = { geometry: MultiPolygon; cover: number }

/**
 * The places between directed pieces (`cancelPieces`, ax ay bx by … in metres) that are not covered once. A piece has
 * what it bounds on its left, so going over it changes how many cover a place by one; outside nothing does. Needs the
 * pieces only, not what they bound. Pieces in a hopeless tangle give one face, their box.
 */
export function badFaces(pieces: Float64Array): BadFace[] {
  if (pieces.length === 0) return []
  const segments = toSegments(pieces)
  const plane = untangled(() => facesOf(segments))
  if (!plane) return [{ geometry: boxOf(pieces), cover: 2 }]
  const cover = coverOf(plane, segments)
  const covers: number[] = []
  const regionOf = Int32Array.from(cover, (count, face) => (face === 0 || count === 1 ? -1 : covers.push(count) - 1))
  return collectRegions(plane, regionOf, covers.length).map((geometry, k) => ({ geometry, cover: covers[k]! }))
}

/** Undefined where lines cross one another so often that no real boundary can be meant. */
export function untangled<T>(arrange: () => T): T | undefined {
  try {
    return arrange()
  } catch (error) {
    if (error instanceof TooTangled) return undefined
    throw error
  }
}

function boxOf(pieces: Float64Array): MultiPolygon {
  const all: Position[] = Array.from({ length: pieces.length / 2 }, (_, k) => [pieces[2 * k]!, pieces[2 * k + 1]!])
  const [minX, minY, maxX, maxY] = boundingBox([[all]])
  return [[[[minX, minY], [maxX, minY], [maxX, maxY], [minX, maxY], [minX, minY]]]] // biome-ignore format: one row
}

function toSegments(pieces: Float64Array): GridSegments {
  const count = pieces.length / 4
  const [originX, originY] = [toCell(pieces[0]!), toCell(pieces[1]!)]
  const cells = (place: number, origin: number) =>
    Float64Array.from({ length: count }, (_, k) => toCell(pieces[4 * k + place]!) - origin)
  const [ax, ay, bx, by] = [cells(0, originX), cells(1, originY), cells(2, originX), cells(3, originY)]
  return { originX, originY, count, ax, ay, bx, by, owner: Int32Array.from({ length: count }, (_, k) => k) }
}

function coverOf(plane: Faces, segments: GridSegments): Int32Array {
  const { faceOf, faces } = plane
  const { starts, halfEdges } = halfEdgesByFace(faceOf, faces)
  const cover = new Int32Array(faces)
  const reached = new Uint8Array(faces)
  reached[0] = 1
  const queue = [0]
  for (let at = 0; at < queue.length; at++) {
    const face = queue[at]!
    for (let k = starts[face]!; k < starts[face + 1]!; k++) {
      const h = halfEdges[k]!
      const beyond = faceOf[h ^ 1]!
      if (reached[beyond]) continue
      reached[beyond] = 1
      cover[beyond] = cover[face]! - (h & 1 ? -1 : 1) * stepAcross(plane, segments, h >> 1)
      queue.push(beyond)
    }
  }
  return cover
}

/** How many more cover the left of an edge (from its left node to its right one) than its right. */
function stepAcross({ ownerStart, owners }: Faces, { ax, ay, bx, by }: GridSegments, edge: number): number {
  let step = 0
  for (let k = ownerStart[edge]!; k < ownerStart[edge + 1]!; k++) {
    const s = owners[k]!
    step += bx[s]! > ax[s]! || (bx[s] === ax[s] && by[s]! > ay[s]!) ? 1 : -1
  }
  return step
}
