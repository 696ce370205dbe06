import type { Box, MultiPolygon } from '../../geometry/types.ts'

/** Metres from a feature within which an empty place it borders is seen whole. */
export const REACH = 300
/** Side of the squares that outlines leaving a block are covered with, metres. */
const SQUARE = 600

/**
 * Boxes in which lies whatever can touch, overlap or enclose a gap with the features of a block: the block widened, and
 * widened rows of squares along the outlines that leave it. A river through the county thus costs its length, not its box.
 * A feature wholly inside one that leaves the block may be missing: `judgeBlock` leaves that pair to the smaller one's block.
 */
export function viewOf(block: Box, leaving: readonly MultiPolygon[]): Box[] {
  const view = widen(block)
  const rows = new Map<number, Set<number>>()
  for (const ring of leaving.flat(2)) {
    for (let k = 1; k < ring.length; k++) {
      const [a, b] = [ring[k - 1]!, ring[k]!]
      const edge: Box = [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])]
      if (!holds(block, edge)) markSquares(rows, edge)
    }
  }
  const strips = [...rows].flatMap(([row, columns]) => stripsOf(row, [...columns]))
  return [view, ...strips.filter((strip) => !holds(view, strip))]
}

function markSquares(rows: Map<number, Set<number>>, edge: Box): void {
  const [west, south, east, north] = edge.map((value) => Math.floor(value / SQUARE)) as [number, number, number, number]
  for (let row = south; row <= north; row++) {
    const columns = rows.get(row) ?? new Set()
    for (let column = west; column <= east; column++) columns.add(column)
    rows.set(row, columns)
  }
}

/** Neighbouring squares of a row as one box. */
function stripsOf(row: number, columns: number[]): Box[] {
  columns.sort((a, b) => a - b)
  const starts = columns.filter((column, k) => k === 0 || column !== columns[k - 1]! + 1)
  const ends = columns.filter((column, k) => column + 1 !== columns[k + 1])
  return starts.map((start, k) => widen([start * SQUARE, row * SQUARE, (ends[k]! + 1) * SQUARE, (row + 1) * SQUARE]))
}

const widen = ([west, south, east, north]: Box): Box => [west - REACH, south - REACH, east + REACH, north + REACH]

const holds = (outer: Box, inner: Box) =>
  outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3]
