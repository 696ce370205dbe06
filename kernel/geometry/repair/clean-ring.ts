import type { Position, Ring } from '../types.ts'

/** Topological tolerance of the national databases, metres. */
export const TOLERANCE = 0.001

export type RingRepair = { kind: 'ring-closed' | 'repeated-vertex' | 'spike'; measure: number; at: Position }

const distance = (a: Position, b: Position) => Math.hypot(a[0] - b[0], a[1] - b[1])

/**
 * Whether the boundary runs out to b and back along itself: the nearer of a and c lies within the tolerance of the
 * other leg. Gives the length of the spike in metres, else 0.
 */
export function spikeLength(a: Position, b: Position, c: Position): number {
  const ux = a[0] - b[0]
  const uy = a[1] - b[1]
  const vx = c[0] - b[0]
  const vy = c[1] - b[1]
  if (ux * vx + uy * vy <= 0) return 0
  const u = Math.hypot(ux, uy)
  const v = Math.hypot(vx, vy)
  return Math.abs(ux * vy - uy * vx) <= TOLERANCE * Math.max(u, v) ? Math.min(u, v) : 0
}

/** Closes a ring and takes repeated vertices (< 0.001 m) and spikes out of it; a ring that collapses comes back empty. */
export function cleanRing(ring: Ring): { ring: Ring; repairs: RingRepair[] } {
  const repairs: RingRepair[] = []
  const path: Position[] = []
  const first = ring[0]
  const last = ring[ring.length - 1]
  if (!first || !last) return { ring: [], repairs }
  const gap = distance(first, last)
  if (gap > 0) repairs.push({ kind: 'ring-closed', measure: gap, at: last })
  for (const position of gap < TOLERANCE ? ring.slice(0, -1) : ring) {
    path.push(position)
    settleEnd(path, repairs)
  }
  settleSeam(path, repairs)
  return { ring: path.length < 3 ? [] : [...path, path[0]!], repairs }
}

/**
 * Takes what the newest vertex has made a repetition or a spike off the end of the path. The two vertices at the foot
 * of a spike that fall together are part of the spike and no repetition of their own.
 */
function settleEnd(path: Position[], repairs: RingRepair[]): void {
  let afterSpike = false
  while (path.length >= 2) {
    const [a, b, c] = [path[path.length - 3], path[path.length - 2]!, path[path.length - 1]!]
    const step = distance(b, c)
    if (step < TOLERANCE) {
      if (!afterSpike) repairs.push({ kind: 'repeated-vertex', measure: step, at: c })
      path.pop()
      return
    }
    const spike = a ? spikeLength(a, b, c) : 0
    if (spike === 0) return
    repairs.push({ kind: 'spike', measure: spike, at: b })
    path.splice(-2, 1)
    afterSpike = true
  }
}

/** The same where the end of the ring meets its beginning. */
function settleSeam(path: Position[], repairs: RingRepair[]): void {
  let afterSpike = false
  while (path.length >= 3) {
    const [first, second] = path as [Position, Position]
    const last = path[path.length - 1]!
    const step = distance(first, last)
    const atLast = spikeLength(path[path.length - 2]!, last, first)
    const atFirst = spikeLength(last, first, second)
    if (step < TOLERANCE) {
      if (!afterSpike) repairs.push({ kind: 'repeated-vertex', measure: step, at: last })
      path.pop()
    } else if (atLast > 0) {
      repairs.push({ kind: 'spike', measure: atLast, at: last })
      path.pop()
      afterSpike = true
    } else if (atFirst > 0) {
      repairs.push({ kind: 'spike', measure: atFirst, at: first })
      path.shift()
      afterSpike = true
    } else return
  }
}
