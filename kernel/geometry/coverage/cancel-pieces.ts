import Flatbush from 'flatbush'
import { CellTable } from '../arrangement/cell-table.ts'
import { toCell } from '../arrangement/grid.ts'
import type { GridSegments } from '../arrangement/grid-segments.ts'
import type { PolygonSet } from '../flat/polygon-set.ts'
import { TOLERANCE } from '../repair/clean-ring.ts'

const TOLERANCE_CELLS = toCell(TOLERANCE)

/**
 * What remains of lonely edges when neighbours need not have each other's vertices: an edge is cut at every vertex of
 * another lonely edge that it passes within the tolerance, and pieces that run along each other both ways cancel.
 * Two edges cancel only where they lie within the tolerance of each other, so what vanishes is never wider than that.
 * The pieces still go round the same places: together they are closed.
 */
export function cancelPieces({ coordinates: c }: PolygonSet, lonely: Uint32Array): GridSegments {
  const [originX, originY] = lonely.length ? [toCell(c[2 * lonely[0]!]!), toCell(c[2 * lonely[0]! + 1]!)] : [0, 0]
  const vertices = new CellTable(lonely.length)
  const idOf = (v: number) => vertices.add(toCell(c[2 * v]!) - originX, toCell(c[2 * v + 1]!) - originY)
  const whole = new Pieces()
  for (const v of lonely) whole.add(idOf(v), idOf(v + 1), 0)
  const cut = cutAtVertices(whole, vertices)
  const { x, y } = vertices
  const ends = (of: number[], along: Float64Array) => Float64Array.from(cut.alive(), (piece) => along[of[piece]!]!)
  const [ax, ay, bx, by] = [ends(cut.from, x), ends(cut.from, y), ends(cut.to, x), ends(cut.to, y)]
  return { originX, originY, count: ax.length, ax, ay, bx, by, owner: Int32Array.from(ax.keys()) }
}

/** Directed pieces between vertices; one that runs back along another takes both away. */
class Pieces {
  readonly from: number[] = []
  readonly to: number[] = []
  /** How far the edge a piece belongs to passes from its ends at most, in cells. */
  readonly #off: number[] = []
  readonly #open = new Map<number, number[]>()
  readonly #gone = new Set<number>()

  add(from: number, to: number, off: number): void {
    if (from === to) return
    const back = this.#open.get(to * 2 ** 26 + from)
    const twin = back?.findIndex((piece) => this.#off[piece]! + off <= TOLERANCE_CELLS) ?? -1
    if (twin >= 0) {
      this.#gone.add(back!.splice(twin, 1)[0]!)
      return
    }
    const piece = this.from.push(from) - 1
    this.to.push(to)
    this.#off.push(off)
    const same = this.#open.get(from * 2 ** 26 + to)
    if (same) same.push(piece)
    else this.#open.set(from * 2 ** 26 + to, [piece])
  }

  alive(): number[] {
    return [...this.from.keys()].filter((piece) => !this.#gone.has(piece))
  }
}

function cutAtVertices(whole: Pieces, { x, y }: CellTable): Pieces {
  const alive = whole.alive()
  const cut = new Pieces()
  if (alive.length === 0) return cut
  const starts = Uint32Array.from(new Set(alive.map((piece) => whole.from[piece]!)))
  const index = new Flatbush(starts.length)
  for (const id of starts) index.add(x[id]!, y[id]!, x[id]!, y[id]!)
  index.finish()
  for (const piece of alive) {
    const a = whole.from[piece]!
    const b = whole.to[piece]!
    let before = a
    let offBefore = 0
    for (const { id, off } of passed(index, starts, x, y, a, b)) {
      cut.add(before, id, Math.max(offBefore, off))
      before = id
      offBefore = off
    }
    cut.add(before, b, offBefore)
  }
  return cut
}

/** The vertices an edge passes within the tolerance, in the order it does. */
function passed(index: Flatbush, starts: Uint32Array, x: Float64Array, y: Float64Array, a: number, b: number) {
  const [ax, ay] = [x[a]!, y[a]!]
  const [ux, uy] = [x[b]! - ax, y[b]! - ay]
  const length = Math.hypot(ux, uy)
  const found: { id: number; along: number; off: number }[] = []
  const [minX, maxX] = [Math.min(0, ux) + ax - TOLERANCE_CELLS, Math.max(0, ux) + ax + TOLERANCE_CELLS]
  const [minY, maxY] = [Math.min(0, uy) + ay - TOLERANCE_CELLS, Math.max(0, uy) + ay + TOLERANCE_CELLS]
  index.search(minX, minY, maxX, maxY, (k) => {
    const id = starts[k]!
    const [vx, vy] = [x[id]! - ax, y[id]! - ay]
    const along = (ux * vx + uy * vy) / length
    const off = Math.abs(ux * vy - uy * vx) / length
    if (id !== a && id !== b && along > 0 && along < length && off <= TOLERANCE_CELLS) found.push({ id, along, off })
    return false
  })
  return found.sort((p, q) => p.along - q.along || p.id - q.id)
}
