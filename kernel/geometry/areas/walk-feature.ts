import type { PolygonSet } from '../flat/polygon-set.ts'
import { CHUNK, CHUNK_BITS } from './chunk-boxes.ts'
import type { Profile } from './profile.ts'

/** What a walk adds up: see `PlanarSum`. */
export type CommonSum = {
  addLeft(x: number, times: number): void
  addUnder(xl: number, yl: number, rise: number, from: number, to: number, times: number): void
}

/**
 * Walks once round all rings of a feature and adds up what it has in common with the subject: ∮ A(x, y(x)) dx, with
 * A of the subject's `Profile`. An edge below the subject's box adds nothing. A run of edges above it, or beside it,
 * adds the difference of what lies left of its two ends. Only the edges that may meet the subject are looked at closely.
 */
export function walkFeature(
  { originX, originY, width, height }: Profile,
  { coordinates, ringStart, partStart, featureStart }: PolygonSet,
  chunks: Float64Array,
  feature: number,
  sum: CommonSum,
): void {
  const lastRing = partStart[featureStart[feature + 1]!]!
  const right = originX + width
  const top = originY + height
  for (let r = partStart[featureStart[feature]!]!; r < lastRing; r++) {
    const end = ringStart[r + 1]!
    let v = ringStart[r]!
    let px = coordinates[2 * v]!
    let py = coordinates[2 * v + 1]!
    // Where the present run above or beside the subject began and where it has come to; equal outside of one.
    let runFrom = px
    let runTo = px
    for (v++; v < end; v++) {
      if ((v & (CHUNK - 1)) === 1 && v + CHUNK <= end) {
        const c = 4 * (v >> CHUNK_BITS)
        const isBelow = chunks[c + 3]! <= originY
        if (isBelow || chunks[c + 1]! >= top || chunks[c]! >= right || chunks[c + 2]! <= originX) {
          v += CHUNK - 1
          px = coordinates[2 * v]!
          py = coordinates[2 * v + 1]!
          if (isBelow) {
            if (runFrom !== runTo) endRun(sum, originX, width, runFrom, runTo)
            runFrom = px
          }
          runTo = px
          continue
        }
      }
      const x = coordinates[2 * v]!
      const y = coordinates[2 * v + 1]!
      if ((y >= top && py >= top) || (x <= originX && px <= originX) || (x >= right && px >= right)) {
        runTo = x
      } else {
        if (runFrom !== runTo) endRun(sum, originX, width, runFrom, runTo)
        runFrom = runTo = x
        if (x !== px && (y > originY || py > originY))
          addEdge(sum, px - originX, py - originY, x - originX, y - originY, width)
      }
      px = x
      py = y
    }
    if (runFrom !== runTo) endRun(sum, originX, width, runFrom, runTo)
  }
}

/** Tops run to the left and count, bottoms to the right and are taken off. */
function endRun(sum: CommonSum, originX: number, width: number, from: number, to: number): void {
  const start = Math.min(Math.max(from - originX, 0), width)
  const end = Math.min(Math.max(to - originX, 0), width)
  if (start === end) return
  sum.addLeft(start, 1)
  sum.addLeft(end, -1)
}

function addEdge(sum: CommonSum, ax: number, ay: number, bx: number, by: number, width: number): void {
  if (ax < bx) sum.addUnder(ax, ay, (by - ay) / (bx - ax), Math.max(ax, 0), Math.min(bx, width), -1)
  else sum.addUnder(bx, by, (ay - by) / (ax - bx), Math.max(bx, 0), Math.min(ax, width), 1)
}
