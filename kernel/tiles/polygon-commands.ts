import type { MultiPolygon, Position, Ring } from '../geometry/types.ts'
import { clipRing } from './clip-ring.ts'
import { EXTENT } from './encode-tile.ts'

/** Tile units beyond the edge that are still drawn, so that outlines do not show where tiles meet. */
export const MARGIN = 64

const MOVE_TO = 1
const LINE_TO = 2
const CLOSE_PATH = 7
const command = (id: number, count: number) => id + 8 * count
const zigzag = (value: number) => (value < 0 ? -2 * value - 1 : 2 * value)

/**
 * The drawing commands of an area (MVT 2.1 §4.3): outer rings have positive area in tile coordinates (y runs down), holes
 * negative. Rings that have no area left on the grid are dropped, with their holes if they are outer ones.
 * @param project metres to tile units
 */
export function polygonCommands(geometry: MultiPolygon, project: (position: Position) => Position): number[] {
  const pen: Pen = { commands: [], x: 0, y: 0 }
  for (const polygon of geometry) {
    for (const [place, ring] of polygon.entries()) {
      const onGrid = snap(clipRing(ring.map(project), -MARGIN, EXTENT + MARGIN))
      const area = doubleArea(onGrid)
      if (area === 0 && place === 0) break
      if (area !== 0) drawRing(pen, area > 0 === (place === 0) ? onGrid : onGrid.reverse())
    }
  }
  return pen.commands
}

type Pen = { commands: number[]; x: number; y: number }

/** To whole units, open, without repeated positions. */
function snap(ring: Ring): Ring {
  const open: Ring = []
  for (let i = 1; i < ring.length; i++) {
    const x = Math.round(ring[i]![0])
    const y = Math.round(ring[i]![1])
    const last = open.at(-1)
    if (!last || last[0] !== x || last[1] !== y) open.push([x, y])
  }
  const first = open[0]
  const last = open.at(-1)
  if (open.length > 1 && first![0] === last![0] && first![1] === last![1]) open.pop()
  return open
}

function doubleArea(ring: Ring): number {
  let sum = 0
  for (let i = 0; i < ring.length; i++) {
    const [ax, ay] = ring[i]!
    const [bx, by] = ring[(i + 1) % ring.length]!
    sum += ax * by - bx * ay
  }
  return sum
}

function drawRing(pen: Pen, ring: Ring): void {
  pen.commands.push(command(MOVE_TO, 1))
  moveBy(pen, ring[0]!)
  pen.commands.push(command(LINE_TO, ring.length - 1))
  for (let i = 1; i < ring.length; i++) moveBy(pen, ring[i]!)
  pen.commands.push(command(CLOSE_PATH, 1))
}

function moveBy(pen: Pen, [x, y]: Position): void {
  pen.commands.push(zigzag(x - pen.x), zigzag(y - pen.y))
  pen.x = x
  pen.y = y
}
