import Flatbush from 'flatbush'
import { edgesTouch } from './edge-contact.ts'
import { layRuns, type Runs } from './monotone-runs.ts'

/** More runs than this are found by an index, fewer are compared each with each. */
const FEW = 48

type Rings = { coordinates: Float64Array; ringStart: Uint32Array }

/**
 * Whether any two edges of the rings `first` … `end − 1` meet elsewhere than at the common vertex of neighbours;
 * exact. Rings must be free of spikes and repeated vertices (`measureRing`). Edges are taken together in runs that go towards one quadrant: such a run cannot meet itself, its box is that
 * of its two ends, and what of it lies in another box is found by bisection (monotone chains).
 */
export function ringsTouch({ coordinates, ringStart }: Rings, first: number, end: number): boolean {
  const runs = layRuns(coordinates, ringStart, first, end)
  if (runs.count > FEW) return indexTouches(coordinates, runs)
  const { box, count } = runs
  for (let p = 0; p < count; p++) {
    const minX = box[4 * p]!
    const minY = box[4 * p + 1]!
    const maxX = box[4 * p + 2]!
    const maxY = box[4 * p + 3]!
    for (let q = p + 1; q < count; q++) {
      const k = 4 * q
      if (box[k]! > maxX || box[k + 1]! > maxY || box[k + 2]! < minX || box[k + 3]! < minY) continue
      if (runsTouch(coordinates, runs, p, q)) return true
    }
  }
  return false
}

function indexTouches(c: Float64Array, runs: Runs): boolean {
  const { box, count } = runs
  const index = new Flatbush(count)
  for (let p = 0; p < count; p++) index.add(box[4 * p]!, box[4 * p + 1]!, box[4 * p + 2]!, box[4 * p + 3]!)
  index.finish()
  let touch = false
  for (let p = 0; p < count && !touch; p++) {
    index.search(box[4 * p]!, box[4 * p + 1]!, box[4 * p + 2]!, box[4 * p + 3]!, (q) => {
      touch ||= q > p && runsTouch(c, runs, p, q)
      return false
    })
  }
  return touch
}

function runsTouch(c: Float64Array, runs: Runs, p: number, q: number): boolean {
  if (isPlainTurn(runs, p, q)) return false
  const { end, box } = runs
  const lowX = box[4 * q]!
  const lowY = box[4 * q + 1]!
  const highX = box[4 * q + 2]!
  const highY = box[4 * q + 3]!
  const seam = runs.seam[q] === p
  const first = runs.start[p]!
  const last = end[q]! - 1
  const right = runs.right[p] === 1
  for (let i = firstIn(c, runs, p, lowX, highX), stop = end[p]!; i < stop; i++) {
    const ax = c[2 * i]!
    const bx = c[2 * i + 2]!
    // Beyond the other box along x the rest of the run is too.
    if (right ? ax > highX : ax < lowX) break
    const ay = c[2 * i + 1]!
    const by = c[2 * i + 3]!
    const minX = Math.min(ax, bx)
    const maxX = Math.max(ax, bx)
    const minY = Math.min(ay, by)
    const maxY = Math.max(ay, by)
    if (minX > highX || maxX < lowX || minY > highY || maxY < lowY) continue
    if (edgeTouchesRun(c, runs, q, i, minX, minY, maxX, maxY, seam && i === first ? last : -1)) return true
  }
  return false
}

/** @param skip an edge of the run that is a neighbour of edge i at the seam of the ring; the edge after i is another */
function edgeTouchesRun(
  c: Float64Array,
  runs: Runs,
  q: number,
  i: number,
  minX: number,
  minY: number,
  maxX: number,
  maxY: number,
  skip: number,
): boolean {
  const right = runs.right[q] === 1
  for (let j = firstIn(c, runs, q, minX, maxX), stop = runs.end[q]!; j < stop; j++) {
    const cx = c[2 * j]!
    if (right ? cx > maxX : cx < minX) return false
    const dx = c[2 * j + 2]!
    if (right ? dx < minX : dx > maxX) continue
    const cy = c[2 * j + 1]!
    const dy = c[2 * j + 3]!
    if ((cy > maxY && dy > maxY) || (cy < minY && dy < minY)) continue
    if (j !== skip && j - i !== 1 && edgesTouch(c, i, j)) return true
  }
  return false
}

/** Runs that follow one another and turn about along one axis at most meet at their common vertex only: no spikes. */
function isPlainTurn({ right, up, seam, start, end }: Runs, p: number, q: number): boolean {
  const adjacent = (q === p + 1 && start[q] === end[p]) || seam[q] === p
  return adjacent && (right[p] === right[q] || up[p] === up[q]) && !(q === p + 1 && seam[q] === p)
}

/** The first edge of a run that is not wholly before the stretch of x; a run is a staircase, so bisection finds it. */
function firstIn(c: Float64Array, { start, end, right }: Runs, run: number, minX: number, maxX: number): number {
  let low = start[run]!
  let high = end[run]!
  if (high - low < 8) return low
  while (low < high) {
    const middle = (low + high) >> 1
    const x = c[2 * middle + 2]!
    if (right[run] ? x < minX : x > maxX) low = middle + 1
    else high = middle
  }
  return low
}
