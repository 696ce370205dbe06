import Flatbush from 'flatbush'
import { CellTable } from './cell-table.ts'
import type { GridSegments } from './grid-segments.ts'
import { addCrossing, meetsCell } from './segment-crossing.ts'

/**
 * Segments that meet only at their ends, or are the same. Nodes are in order of x, then y, so nothing downstream
 * depends on the order of the input. `from[k]`–`to[k]` keeps the direction of the segment it comes from.
 */
export type NodedSegments = {
  nodeX: Float64Array
  nodeY: Float64Array
  from: Int32Array
  to: Int32Array
  owner: Int32Array
}

/** Lines that cross each other so often (more than 4 × segments + 10⁶ nodes) that no real boundary can be meant. */
export class TooTangled extends RangeError {}

/**
 * Snap rounding (Hobby 1999): every end point and every crossing is a hot cell, and every segment is bent through the
 * centres of the hot cells it meets. All tests are exact, so one pass suffices; nothing moves by more than 0.71 cell.
 * @throws TooTangled
 */
export function nodeSegments(segments: GridSegments): NodedSegments {
  const cells = new CellTable(segments.count * 2)
  for (let i = 0; i < segments.count; i++) {
    cells.add(segments.ax[i]!, segments.ay[i]!)
    cells.add(segments.bx[i]!, segments.by[i]!)
  }
  if (segments.count === 0) return chain(segments, cells, [], [])
  const index = indexSegments(segments)
  findCrossings(segments, index, cells)
  const hits: number[] = []
  const hitCells: number[] = []
  for (let cell = 0; cell < cells.count; cell++) {
    const x = cells.x[cell]!
    const y = cells.y[cell]!
    index.search(x, y, x, y, (i) => {
      if (meetsCell(segments.ax[i]!, segments.ay[i]!, segments.bx[i]!, segments.by[i]!, x, y)) {
        hits.push(i)
        hitCells.push(cell)
      }
      return false
    })
  }
  return chain(segments, cells, hits, hitCells)
}

function indexSegments({ count, ax, ay, bx, by }: GridSegments): Flatbush {
  const index = new Flatbush(count)
  for (let i = 0; i < count; i++) {
    index.add(Math.min(ax[i]!, bx[i]!), Math.min(ay[i]!, by[i]!), Math.max(ax[i]!, bx[i]!), Math.max(ay[i]!, by[i]!))
  }
  index.finish()
  return index
}

function findCrossings(segments: GridSegments, index: Flatbush, cells: CellTable): void {
  const { count, ax, ay, bx, by } = segments
  const limit = 4 * count + 1e6
  for (let i = 0; i < count; i++) {
    const minX = Math.min(ax[i]!, bx[i]!)
    const minY = Math.min(ay[i]!, by[i]!)
    index.search(minX, minY, Math.max(ax[i]!, bx[i]!), Math.max(ay[i]!, by[i]!), (j) => {
      if (j > i) addCrossing(cells, segments, i, j)
      if (cells.count > limit) throw new TooTangled(`${cells.count} crossings among ${count} segments`)
      return false
    })
  }
}

/** Cuts every segment at the cells it meets. */
function chain(segments: GridSegments, cells: CellTable, hits: number[], hitCells: number[]): NodedSegments {
  const { order, rank } = sortCells(cells)
  const starts = new Int32Array(segments.count + 1)
  for (const i of hits) starts[i + 1]!++
  for (let i = 0; i < segments.count; i++) starts[i + 1]! += starts[i]!
  const fill = starts.slice()
  const nodes = new Int32Array(hits.length)
  hits.forEach((i, k) => {
    nodes[fill[i]!++] = rank[hitCells[k]!]!
  })
  const nodeX = Float64Array.from(order, (cell) => cells.x[cell]!)
  const nodeY = Float64Array.from(order, (cell) => cells.y[cell]!)
  const pieces = hits.length - segments.count
  const noded = {
    nodeX,
    nodeY,
    from: new Int32Array(pieces),
    to: new Int32Array(pieces),
    owner: new Int32Array(pieces),
  }
  let piece = 0
  for (let i = 0; i < segments.count; i++) {
    const along = sortAlong(nodes.subarray(starts[i]!, starts[i + 1]!), segments, i, nodeX, nodeY)
    for (let k = 1; k < along.length; k++) {
      noded.from[piece] = along[k - 1]!
      noded.to[piece] = along[k]!
      noded.owner[piece++] = segments.owner[i]!
    }
  }
  return noded
}

function sortCells(cells: CellTable): { order: Uint32Array; rank: Uint32Array } {
  const order = Uint32Array.from({ length: cells.count }, (_, i) => i)
  order.sort((a, b) => cells.x[a]! - cells.x[b]! || cells.y[a]! - cells.y[b]!)
  const rank = new Uint32Array(cells.count)
  order.forEach((cell, place) => {
    rank[cell] = place
  })
  return { order, rank }
}

/** A straight segment passes its cells as a staircase, so the sum of both ordinates, signed, puts them in order. */
function sortAlong(
  nodes: Int32Array,
  { ax, ay, bx, by }: GridSegments,
  i: number,
  nodeX: Float64Array,
  nodeY: Float64Array,
): Int32Array {
  const right = Math.sign(bx[i]! - ax[i]!)
  const up = Math.sign(by[i]! - ay[i]!)
  return nodes.sort((a, b) => right * (nodeX[a]! - nodeX[b]!) + up * (nodeY[a]! - nodeY[b]!))
}
