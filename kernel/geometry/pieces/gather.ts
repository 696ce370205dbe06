import { CHUNK, CHUNK_BITS } from '../areas/chunk-boxes.ts'
import type { PreparedLayer } from '../areas/prepared-layer.ts'
import type { PolygonSet } from '../flat/polygon-set.ts'
import type { SegmentList } from './segment-list.ts'

/** What a subject is cut with, in cells counted from the origin of `segments`. The subject's own edges have owner 0. */
export type Gathered = {
  segments: SegmentList
  /** Edges of features that run below the subject's box: only which x they span and whose they are. */
  below: SegmentList
}

/** Cells that an edge may lie away from the subject's box and still be taken: more than snapping can move anything. */
const MARGIN = 2

export function gatherSubject(
  { segments, below }: Gathered,
  { boxes, coordinates, ringStart, partStart, featureStart }: PolygonSet,
  subject: number,
  cellsPerUnit: number,
): void {
  const originX = Math.round(boxes[4 * subject]! * cellsPerUnit)
  const originY = Math.round(boxes[4 * subject + 1]! * cellsPerUnit)
  segments.clear(originX, originY)
  below.clear(originX, originY)
  const lastRing = partStart[featureStart[subject + 1]!]!
  for (let r = partStart[featureStart[subject]!]!; r < lastRing; r++) {
    let v = ringStart[r]!
    let px = Math.round(coordinates[2 * v]! * cellsPerUnit) - originX
    let py = Math.round(coordinates[2 * v + 1]! * cellsPerUnit) - originY
    for (v++; v < ringStart[r + 1]!; v++) {
      const x = Math.round(coordinates[2 * v]! * cellsPerUnit) - originX
      const y = Math.round(coordinates[2 * v + 1]! * cellsPerUnit) - originY
      if (x !== px || y !== py) segments.add(px, py, x, y, 0)
      px = x
      py = y
    }
  }
}

/** Adds the edges of a feature that come near the box of the subject, and what runs below it. */
export function gatherFeature(
  { segments, below }: Gathered,
  box: Float64Array,
  { set: { coordinates, ringStart, partStart, featureStart }, chunks }: PreparedLayer,
  feature: number,
  owner: number,
  cellsPerUnit: number,
): void {
  const { originX, originY } = segments
  const margin = MARGIN / cellsPerUnit
  const left = box[0]! - margin
  const bottom = box[1]! - margin
  const right = box[2]! + margin
  const top = box[3]! + margin
  const lastRing = partStart[featureStart[feature + 1]!]!
  for (let r = partStart[featureStart[feature]!]!; r < lastRing; r++) {
    const end = ringStart[r + 1]!
    let v = ringStart[r]!
    let px = coordinates[2 * v]!
    let py = coordinates[2 * v + 1]!
    for (v++; v < end; v++) {
      if ((v & (CHUNK - 1)) === 1 && v + CHUNK <= end) {
        const c = 4 * (v >> CHUNK_BITS)
        const isFar = chunks[c + 1]! > top || chunks[c]! > right || chunks[c + 2]! < left
        if (isFar) {
          v += CHUNK - 1
          px = coordinates[2 * v]!
          py = coordinates[2 * v + 1]!
          continue
        }
      }
      const x = coordinates[2 * v]!
      const y = coordinates[2 * v + 1]!
      if (!((y > top && py > top) || (x < left && px < left) || (x > right && px > right))) {
        const ax = Math.round(px * cellsPerUnit) - originX
        const bx = Math.round(x * cellsPerUnit) - originX
        if (y < bottom && py < bottom) {
          if (ax !== bx) below.add(ax, 0, bx, 0, owner)
        } else {
          const ay = Math.round(py * cellsPerUnit) - originY
          const by = Math.round(y * cellsPerUnit) - originY
          if (ax !== bx || ay !== by) segments.add(ax, ay, bx, by, owner)
        }
      }
      px = x
      py = y
    }
  }
}
