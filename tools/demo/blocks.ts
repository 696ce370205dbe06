import type { Cell } from './cell.ts'
import type { Line } from './cut.ts'
import type { Land } from './land.ts'
import type { Random } from './random.ts'

/** What a block of land between roads is mostly used for. */
export type Theme = 'urban' | 'plain' | 'gentle' | 'terrace' | 'forest'

export type Block = { face: number; theme: Theme; cell: Cell; slope: number }

/** Blocks are divided until they are below this, m². */
const LIMIT: Record<Theme, number> = { urban: 28000, plain: 70000, gentle: 100000, terrace: 170000, forest: 420000 }

/** Widths of the ways between blocks, metres: wide ones first. */
const ROAD_WIDTH: Record<Theme, [number, number]> = {
  urban: [14, 9],
  plain: [6, 4],
  gentle: [5, 3.5],
  terrace: [4.5, 3.5],
  forest: [4.5, 4],
}

export function themeAt(land: Land, x: number, y: number, slope: number): Theme {
  if (land.seatAt(x, y)) return 'urban'
  if (slope < 2.2) return 'plain'
  if (slope < 7) return 'gentle'
  const patchy = Math.sin(x / 310 + 1.3 * Math.sin(y / 270)) * 2.5
  return slope + patchy < 11.5 ? 'terrace' : 'forest'
}

/** Divides what the courses left of a village into blocks, with a road or a ditch along most cuts. */
export function layBlocks(land: Land, face: number, random: Random): Block[] {
  const cell = land.measure(face)
  const slope = land.relief.slope(cell.cx, cell.cy)
  const theme = themeAt(land, cell.cx, cell.cy, slope)
  if (cell.area > LIMIT[theme]) {
    for (let attempt = 0; attempt < 4; attempt++) {
      const parts = divide(land, face, cell, theme, random)
      if (parts) return parts.flatMap((part) => layBlocks(land, part, random))
    }
  }
  return [{ face, theme, cell, slope }]
}

function divide(land: Land, face: number, cell: Cell, theme: Theme, random: Random): [number, number] | undefined {
  const line = dividingLine(land, cell, theme, random)
  const smallest = Math.min(cell.area * 0.18, 9000)
  const first = cell.area > LIMIT[theme] * 4
  const [wide, narrow] = ROAD_WIDTH[theme]
  const seat = land.seatAt(cell.cx, cell.cy)
  // Streets belong inside the town; the first cuts of a wide piece of country around it are country roads.
  if (seat && cell.area < 2 * seat.radius ** 2) {
    return land.strip(face, line, first ? wide : narrow, '1004', smallest, { built: '202', user: '云栖县城镇国有' })
  }
  if (theme === 'forest' && random.chance(0.45)) return land.cut(face, line, smallest)
  if (theme === 'plain' && !first && random.chance(0.5))
    return land.strip(face, line, random.chance(0.7) ? 2.5 : 3.5, '1107', smallest)
  return land.strip(face, line, first ? wide : narrow, '1006', smallest)
}

/** Across the long axis; in the hills, roads rather keep to the contour where the block is not already long that way. */
function dividingLine(land: Land, cell: Cell, theme: Theme, random: Random): Line {
  const shift = random.between(-0.14, 0.14) * cell.long
  const x = cell.cx + Math.cos(cell.axis) * shift
  const y = cell.cy + Math.sin(cell.axis) * shift
  const hilly = theme === 'terrace' || theme === 'forest'
  if (hilly && cell.long < 1.7 * cell.short)
    return { x, y, angle: land.relief.contour(x, y) + random.between(-0.1, 0.1) }
  const skew = theme === 'urban' || theme === 'plain' ? 0.1 : 0.3
  return { x, y, angle: cell.axis + Math.PI / 2 + random.between(-skew, skew) }
}
