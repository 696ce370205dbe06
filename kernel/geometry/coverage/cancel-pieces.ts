import { CellTable } from '../arrangement/cell-table.ts'
import { fromCell, toCell } from '../arrangement/grid.ts'
import type { PolygonSet } from '../flat/polygon-set.ts'
import { PieceTable } from './piece-table.ts'
import { TOLERANCE_CELLS } from './tolerance.ts'
import { type VertexFinder, VertexGrid, vertexTree } from './vertex-grid.ts'

/** Squares of the grid that an edge may cross, and vertices that a square may hold, on average. */
const MOST_SQUARES = 16
const MOST_VERTICES = 64

/**
 * What remains of lonely edges when neighbours need not have each other's vertices: an edge is cut at every vertex of
 * another lonely edge that it passes within the tolerance, and pieces that run along each other both ways cancel.
 * Two edges cancel only where they lie within the tolerance of each other, so what vanishes is never wider than that.
 * The pieces still go round the same places: together they are closed.
 * @param lonely ascending
 * @returns ax ay bx by … of the pieces in metres, only those of edges that `isOwn` accepts
 */
export function cancelPieces(
  { coordinates: c }: PolygonSet,
  lonely: Uint32Array,
  isOwn: (vertex: number) => boolean = () => true,
): Float64Array {
  if (lonely.length === 0) return new Float64Array(0)
  // Counted from a whole kilometre, so that cells are the same whatever else is in the set.
  const [originX, originY] = [toCell(1000 * Math.floor(c[2 * lonely[0]!]! / 1000)), toCell(1000 * Math.floor(c[2 * lonely[0]! + 1]! / 1000))] // biome-ignore format: one row
  const vertices = new CellTable(lonely.length)
  const idOf = (v: number) => vertices.add(toCell(c[2 * v]!) - originX, toCell(c[2 * v + 1]!) - originY)
  const whole = new PieceTable(lonely.length)
  for (const v of lonely) whole.add(idOf(v), idOf(v + 1), 0, isOwn(v) ? 1 : 0)
  const { count, alive, tag, from, to } = cutAtVertices(whole, vertices)
  const left = Int32Array.from({ length: count }, (_, piece) => piece).filter((piece) => alive[piece] && tag[piece])
  const pieces = new Float64Array(4 * left.length)
  left.forEach((piece, k) => {
    pieces[4 * k] = fromCell(vertices.x[from[piece]!]! + originX)
    pieces[4 * k + 1] = fromCell(vertices.y[from[piece]!]! + originY)
    pieces[4 * k + 2] = fromCell(vertices.x[to[piece]!]! + originX)
    pieces[4 * k + 3] = fromCell(vertices.y[to[piece]!]! + originY)
  })
  return pieces
}

function cutAtVertices({ count, alive, tag, from, to }: PieceTable, vertices: CellTable): PieceTable {
  const cut = new PieceTable(2 * count)
  const finder = new PassedVertices(vertices, finderFor({ count, from, to }, vertices))
  for (let piece = 0; piece < count; piece++) {
    if (!alive[piece]) continue
    finder.find(from[piece]!, to[piece]!)
    let before = from[piece]!
    let offBefore = 0
    for (const id of finder.ids) {
      const off = finder.off(id)
      cut.add(before, id, Math.max(offBefore, off), tag[piece]!)
      before = id
      offBefore = off
    }
    cut.add(before, to[piece]!, offBefore, tag[piece]!)
  }
  return cut
}

/** A grid with squares of the usual length, unless long edges would cross too many of them or vertices crowd in them. */
function finderFor(
  { count, from, to }: Pick<PieceTable, 'count' | 'from' | 'to'>,
  { x, y, count: vertices }: CellTable,
): VertexFinder {
  const lengths = Float64Array.from({ length: count }, (_, p) =>
    Math.hypot(x[to[p]!]! - x[from[p]!]!, y[to[p]!]! - y[from[p]!]!),
  ).sort()
  const usual = Math.max(8 * TOLERANCE_CELLS, lengths[count >> 1] ?? 0)
  const squares = lengths.reduce((sum, length) => sum + Math.min(length / usual, vertices), 0)
  if (squares > MOST_SQUARES * count) return vertexTree(x, y, vertices)
  const grid = new VertexGrid(x, y, vertices, usual)
  return grid.crowd() > MOST_VERTICES ? vertexTree(x, y, vertices) : grid
}

/** Finds the vertices that an edge passes within the tolerance, in the order it does. */
class PassedVertices {
  ids: number[] = []
  /** How far from the edge each vertex lies, in cells, by id. */
  readonly #off: Float32Array
  readonly #along: Float64Array
  readonly #found: number[] = []
  readonly #vertices: CellTable
  readonly #finder: VertexFinder

  constructor(vertices: CellTable, finder: VertexFinder) {
    this.#vertices = vertices
    this.#off = new Float32Array(vertices.count)
    this.#along = new Float64Array(vertices.count)
    this.#finder = finder
  }

  off(id: number): number {
    return this.#off[id]!
  }

  /** Leaves them in `ids`, each once. */
  find(a: number, b: number): void {
    const { x, y } = this.#vertices
    const ax = x[a]!
    const ay = y[a]!
    const ux = x[b]! - ax
    const uy = y[b]! - ay
    const square = ux * ux + uy * uy
    const near = this.#finder.near(ax, ay, x[b]!, y[b]!, TOLERANCE_CELLS, this.#found)
    this.ids.length = 0
    for (let k = 0; k < near; k++) {
      const id = this.#found[k]!
      const vx = x[id]! - ax
      const vy = y[id]! - ay
      const along = ux * vx + uy * vy
      if (id === a || id === b || along <= 0 || along >= square) continue
      const cross = Math.abs(ux * vy - uy * vx)
      if (cross * cross > TOLERANCE_CELLS * TOLERANCE_CELLS * square) continue
      this.#along[id] = along
      this.#off[id] = cross / Math.sqrt(square)
      this.ids.push(id)
    }
    if (this.ids.length < 2) return
    // Equal places by number, from the lower end: the edge that runs back must have the reverse order.
    const turn = a < b ? 1 : -1
    this.ids.sort((p, q) => this.#along[p]! - this.#along[q]! || turn * (p - q))
    this.ids = this.ids.filter((id, k) => id !== this.ids[k - 1])
  }
}
