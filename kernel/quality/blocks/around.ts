import type { Box, MultiPolygon } from '../../geometry/types.ts'

/** Metres from a feature within which an empty place it borders is seen whole. */
export const REACH = 300

/**
 * Boxes in which lies whatever can touch, overlap or enclose a gap with the features of a block: the block widened, and
 * widened squares along the outlines that leave it. A river through the county thus costs its length, not its box.
 * A feature wholly inside one that leaves the block may be missing: `judgeBlock` leaves that pair to the smaller one's block.
 */
export function viewOf(block: Box, geometries: readonly MultiPolygon[]): Box[] {
  const view = widen(block)
  const squares = new Map<string, Box>()
  for (const ring of geometries.flat(2)) {
    for (let k = 1; k < ring.length; k++) {
      const [a, b] = [ring[k - 1]!, ring[k]!]
      const edge: Box = [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])]
      if (!holds(block, edge)) addSquares(squares, edge)
    }
  }
  return [view, ...squares.values()]
}

function addSquares(squares: Map<string, Box>, edge: Box): void {
  const [west, south, east, north] = edge.map((value) => Math.floor(value / REACH)) as [number, number, number, number]
  for (let i = west; i <= east; i++) {
    for (let j = south; j <= north; j++) {
      const name = `${i} ${j}`
      if (!squares.has(name)) squares.set(name, widen([i * REACH, j * REACH, (i + 1) * REACH, (j + 1) * REACH]))
    }
  }
}

const widen = ([west, south, east, north]: Box): Box => [west - REACH, south - REACH, east + REACH, north + REACH]

const holds = (outer: Box, inner: Box) =>
  outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3]
