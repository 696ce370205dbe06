import { boundingBox } from '../../geometry/measures/bounding-box.ts'
import type { Box, MultiPolygon } from '../../geometry/types.ts'

/** Features farther apart have nothing to do with each other, metres (the tolerance of the databases). */
export const REACH = 0.001
/** Side of the squares that outlines are covered with, metres. */
const SQUARE = 200

/** Boxes that hold whatever can touch the features of a block: the block, and squares along the outlines that leave it. */
export function viewOf(block: Box, leaving: readonly MultiPolygon[]): Box[] {
  return [widen(block), ...alongOutlines(leaving, block)]
}

/** Boxes that hold whatever can touch the outline of an area; one, where it is small. */
export function outlineBoxes(area: MultiPolygon): Box[] {
  const [west, south, east, north] = boundingBox(area)
  const small = east - west <= SQUARE || north - south <= SQUARE
  return small ? [widen([west, south, east, north])] : alongOutlines([area])
}

/** Rows of squares along outlines, without edges inside `but`: a river through the county costs its length, not its box. */
function alongOutlines(areas: readonly MultiPolygon[], but?: Box): Box[] {
  const rows = new Map<number, Set<number>>()
  for (const ring of areas.flat(2)) {
    for (let k = 1; k < ring.length; k++) {
      const [a, b] = [ring[k - 1]!, ring[k]!]
      const edge: Box = [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])]
      if (!but || !holds(but, edge)) markSquares(rows, edge)
    }
  }
  return [...rows].flatMap(([row, columns]) => stripsOf(row, [...columns]))
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

export const widen = ([west, south, east, north]: Box, by = REACH): Box => [
  west - by,
  south - by,
  east + by,
  north + by,
]

const holds = (outer: Box, inner: Box) =>
  outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3]
