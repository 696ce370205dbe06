import type { Box } from '../types.ts'
import type { EdgeTable } from './edge-table.ts'
import { addEdge, emptyEdgeTable } from './edge-table.ts'

/**
 * The edges as they look inside a window: cut at its left and right, lifted on to its floor (and then left out, for
 * nothing lies under them) and pressed down to its ceiling. The signed sum over the window is the same.
 */
export function clampEdges(table: EdgeTable, [minX, minY, maxX, maxY]: Box): EdgeTable {
  const { count, coordinates, sign } = table
  const clamped = emptyEdgeTable([minX, minY, maxX, maxY], 3 * count)
  const flats: Flats = []
  for (let i = 0; i < count; i++) {
    let ax = coordinates[4 * i]!
    let ay = coordinates[4 * i + 1]!
    let bx = coordinates[4 * i + 2]!
    let by = coordinates[4 * i + 3]!
    if (bx <= minX || ax >= maxX || (ay <= minY && by <= minY)) continue
    const slope = (by - ay) / (bx - ax)
    if (bx > maxX) {
      by = ay + slope * (maxX - ax)
      bx = maxX
    }
    if (ax < minX) {
      ay += slope * (minX - ax)
      ax = minX
    }
    clampHeights(clamped, flats, ax, ay, bx, by, sign[i]!)
  }
  addSteps(clamped, flats)
  return clamped
}

type Flats = { x: number; step: number }[]

/** Parts above the ceiling are gathered in `flats` as steps: many of them cancel. */
function clampHeights(
  table: EdgeTable,
  flats: Flats,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  sign: number,
): void {
  const [, floor, , ceiling] = table.box
  const cut = (y: number) => Math.min(bx, Math.max(ax, ax + ((y - ay) / (by - ay)) * (bx - ax)))
  let from = ax
  let to = bx
  let start = ay
  let end = by
  if (ay > ceiling || by > ceiling) {
    const x = ay > ceiling && by > ceiling ? bx : cut(ceiling)
    if (ay > ceiling) {
      addFlat(flats, ax, x, sign)
      from = x
      start = ceiling
    } else {
      addFlat(flats, x, bx, sign)
      to = x
      end = ceiling
    }
  }
  if (start < floor && end > floor) {
    from = cut(floor)
    start = floor
  } else if (end < floor && start > floor) {
    to = cut(floor)
    end = floor
  }
  if (from < to && (start > floor || end > floor)) addEdge(table, from, start, to, end, sign)
}

function addFlat(flats: Flats, from: number, to: number, sign: number): void {
  flats.push({ x: from, step: sign }, { x: to, step: -sign })
}

/** The steps as edges along the ceiling, with the sum of the signs that lie on one another. */
function addSteps(table: EdgeTable, flats: Flats): void {
  flats.sort((a, b) => a.x - b.x)
  const ceiling = table.box[3]
  let level = 0
  flats.forEach(({ x, step }, k) => {
    level += step
    const after = flats[k + 1]
    if (level !== 0 && after && after.x > x) addEdge(table, x, ceiling, after.x, ceiling, level)
  })
}
