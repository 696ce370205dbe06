import type { CellTable } from './cell-table.ts'
import type { GridSegments } from './grid-segments.ts'
import { leftTurnOnGrid } from './orientation.ts'

/** Below this every product of two cell differences, and the difference of two such products, is exact in a double. */
const EXACT_PRODUCT = 2 ** 52

/** Adds the cell where segments i and j cross, each in the other's inside. Touches need nothing: end points are nodes. */
export function addCrossing(cells: CellTable, { ax, ay, bx, by }: GridSegments, i: number, j: number): boolean {
  const x0 = ax[i]!
  const y0 = ay[i]!
  const x1 = bx[i]!
  const y1 = by[i]!
  const x2 = ax[j]!
  const y2 = ay[j]!
  const x3 = bx[j]!
  const y3 = by[j]!
  const start = leftTurnOnGrid(x0, y0, x1, y1, x2, y2)
  const end = leftTurnOnGrid(x0, y0, x1, y1, x3, y3)
  if (!((start > 0 && end < 0) || (start < 0 && end > 0))) return false
  const from = leftTurnOnGrid(x2, y2, x3, y3, x0, y0)
  const to = leftTurnOnGrid(x2, y2, x3, y3, x1, y1)
  if (!((from > 0 && to < 0) || (from < 0 && to > 0))) return false
  cells.add(
    x0 + crossingOffset(x1 - x0, x2 - x0, y2 - y0, x3 - x2, y3 - y2, x1 - x0, y1 - y0),
    y0 + crossingOffset(y1 - y0, x2 - x0, y2 - y0, x3 - x2, y3 - y2, x1 - x0, y1 - y0),
  )
  return true
}

/**
 * floor(d · (s × v) / (u × v) + ½), exactly: how many cells the crossing lies from the start of the first segment,
 * along one axis. s = from start to start, u and v the two directions, d = u's part on this axis.
 */
function crossingOffset(d: number, sx: number, sy: number, vx: number, vy: number, ux: number, uy: number): number {
  const reach = Math.max(Math.abs(sx), Math.abs(sy), Math.abs(ux), Math.abs(uy), Math.abs(vx), Math.abs(vy))
  if (reach * reach < EXACT_PRODUCT) {
    const offset = d * ((sx * vy - sy * vx) / (ux * vy - uy * vx))
    const fraction = offset - Math.floor(offset)
    // Away from the border between two cells the few roundings above cannot choose the wrong one.
    if (Math.abs(fraction - 0.5) > 1e-6) return Math.round(offset)
  }
  const numerator = BigInt(sx) * BigInt(vy) - BigInt(sy) * BigInt(vx)
  const denominator = BigInt(ux) * BigInt(vy) - BigInt(uy) * BigInt(vx)
  return Number(floorDivide(2n * BigInt(d) * numerator + denominator, 2n * denominator))
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient
}

/**
 * Whether the segment from a to b meets the half-open cell [x−½, x+½) × [y−½, y+½). All are whole numbers, so ends
 * never lie on a cell's border, and only the two corners farthest from the line, one on each side, decide.
 */
export function meetsCell(ax: number, ay: number, bx: number, by: number, x: number, y: number): boolean {
  if (x < Math.min(ax, bx) || x > Math.max(ax, bx) || y < Math.min(ay, by) || y > Math.max(ay, by)) return false
  if (ax === bx || ay === by) return true
  if (ax > bx) return meetsCell(bx, by, ax, ay, x, y)
  if (by > ay) {
    return leftTurnOnGrid(ax, ay, bx, by, x - 0.5, y + 0.5) > 0 && leftTurnOnGrid(ax, ay, bx, by, x + 0.5, y - 0.5) < 0
  }
  return leftTurnOnGrid(ax, ay, bx, by, x + 0.5, y + 0.5) > 0 && leftTurnOnGrid(ax, ay, bx, by, x - 0.5, y - 0.5) <= 0
}
