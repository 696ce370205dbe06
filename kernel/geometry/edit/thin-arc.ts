import type { Position } from '../types.ts'
import { nearestOnSegment } from './nearest-on-segment.ts'

/** What an arc must keep, and whether a stretch of its vertices may be replaced by a chord. */
export type ThinRule = {
  positions: Position[]
  tolerance: number
  bent: boolean
  isFree: (stretch: number[], ignore?: ReadonlySet<number>) => boolean
}

/** Douglas and Peucker 1973: keeps the farthest vertex while it is farther than the tolerance (m) from the chord. */
export function thinByDistance(arc: number[], { positions, tolerance, bent, isFree }: ThinRule): number[] {
  const keep = new Uint8Array(arc.length)
  keep[0] = keep[arc.length - 1] = 1
  const stack: [number, number][] = [[0, arc.length - 1]]
  while (stack.length > 0) {
    const [from, to] = stack.pop()!
    if (to - from < 2) continue
    let far = { index: from + 1, distance: -1 }
    for (let i = from + 1; i < to; i++) {
      const { distance } = nearestOnSegment(positions[arc[i]!]!, positions[arc[from]!]!, positions[arc[to]!]!)
      if (distance > far.distance) far = { index: i, distance }
    }
    const whole = to - from === arc.length - 1
    if (far.distance <= tolerance && !(whole && bent) && isFree(arc.slice(from, to + 1))) continue
    keep[far.index] = 1
    stack.push([from, far.index], [far.index, to])
  }
  return arc.filter((_, i) => keep[i])
}

/** Visvalingam and Whyatt 1993: takes the vertex of the least triangle away while that is under tolerance² (m²). */
export function thinByArea(arc: number[], { positions, tolerance, bent, isFree }: ThinRule): number[] {
  const before = Int32Array.from(arc, (_, i) => i - 1)
  const after = Int32Array.from(arc, (_, i) => i + 1)
  const gone = new Set<number>()
  const queue = new LeastFirst()
  const consider = (i: number) => {
    if (i <= 0 || i >= arc.length - 1) return
    const size = triangle(positions[arc[before[i]!]!]!, positions[arc[i]!]!, positions[arc[after[i]!]!]!)
    if (size <= tolerance * tolerance) queue.push({ size, i, before: before[i]!, after: after[i]! })
  }
  arc.forEach((_, i) => {
    consider(i)
  })
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { i } = next
    if (gone.has(arc[i]!) || next.before !== before[i] || next.after !== after[i]) continue
    if (bent && gone.size === arc.length - 3) break
    if (!isFree([arc[next.before]!, arc[i]!, arc[next.after]!], gone)) continue
    gone.add(arc[i]!)
    after[next.before] = next.after
    before[next.after] = next.before
    consider(next.before)
    consider(next.after)
  }
  return arc.filter((vertex) => !gone.has(vertex))
}

const triangle = ([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position) =>
  Math.abs((bx - ax) * (cy - ay) - (by - ay) * (cx - ax)) / 2

type Candidate = { size: number; i: number; before: number; after: number }

/** A binary heap; of equal triangles the first along the arc. */
class LeastFirst {
  #heap: Candidate[] = []

  push(candidate: Candidate): void {
    let at = this.#heap.push(candidate) - 1
    while (at > 0 && this.#isLess(at, (at - 1) >> 1)) {
      this.#swap(at, (at - 1) >> 1)
      at = (at - 1) >> 1
    }
  }

  pop(): Candidate | undefined {
    if (this.#heap.length === 0) return undefined
    this.#swap(0, this.#heap.length - 1)
    const least = this.#heap.pop()
    for (let at = 0; ; ) {
      let smallest = at
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < this.#heap.length && this.#isLess(child, smallest)) smallest = child
      }
      if (smallest === at) return least
      this.#swap(at, smallest)
      at = smallest
    }
  }

  #isLess(a: number, b: number): boolean {
    const [p, q] = [this.#heap[a]!, this.#heap[b]!]
    return p.size < q.size || (p.size === q.size && p.i < q.i)
  }

  #swap(a: number, b: number): void {
    const kept = this.#heap[a]!
    this.#heap[a] = this.#heap[b]!
    this.#heap[b] = kept
  }
}
