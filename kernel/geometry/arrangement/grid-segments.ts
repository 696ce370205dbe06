import type { Position, Ring } from '../types.ts'
import { fromCell, toCell } from './grid.ts'

/**
 * Segments on the grid, as flat arrays of cell numbers counted from (originX, originY). `owner` says which ring a
 * segment belongs to; walls, which part faces without enclosing anything, have the owner −1.
 */
export type GridSegments = {
  originX: number
  originY: number
  count: number
  ax: Float64Array
  ay: Float64Array
  bx: Float64Array
  by: Float64Array
  owner: Int32Array
}

export const WALL = -1

/**
 * Rounds rings (owner = place in the list) and walls to the grid. Open rings are closed; segments that vanish in
 * one cell are left out.
 * @throws RangeError when a coordinate is not finite or too far out
 */
export function gridSegments(rings: Ring[], walls: Position[][] = []): GridSegments {
  const size = [...rings, ...walls].reduce((sum, line) => sum + line.length, 0)
  const first = rings.find((ring) => ring.length > 0)?.[0] ?? walls[0]?.[0] ?? [0, 0]
  const segments: GridSegments = {
    originX: toCell(first[0]),
    originY: toCell(first[1]),
    count: 0,
    ax: new Float64Array(size),
    ay: new Float64Array(size),
    bx: new Float64Array(size),
    by: new Float64Array(size),
    owner: new Int32Array(size),
  }
  rings.forEach((ring, owner) => {
    addLine(segments, ring, owner, true)
  })
  for (const wall of walls) addLine(segments, wall, WALL, false)
  return segments
}

function addLine(segments: GridSegments, line: Position[], owner: number, closed: boolean): void {
  for (let i = closed ? 0 : 1; i < line.length; i++) {
    const [ax, ay] = line[i === 0 ? line.length - 1 : i - 1]!
    const [bx, by] = line[i]!
    const k = segments.count
    segments.ax[k] = toCell(ax) - segments.originX
    segments.ay[k] = toCell(ay) - segments.originY
    segments.bx[k] = toCell(bx) - segments.originX
    segments.by[k] = toCell(by) - segments.originY
    segments.owner[k] = owner
    if (segments.ax[k] !== segments.bx[k] || segments.ay[k] !== segments.by[k]) segments.count++
  }
}

/** Metres again. */
export function toPosition(x: number, y: number, origin: { originX: number; originY: number }): Position {
  return [fromCell(x + origin.originX), fromCell(y + origin.originY)]
}
