import { sql } from 'kysely'
import type { Trx } from '../../db/database.ts'
import type { Box } from '../../geometry/types.ts'
import { inAreas, rowsAt } from '../../layers/rows.ts'
import type { LayerPlace } from './layer-place.ts'

/** Judged at once: a few thousand features keep memory small and an answer to «stop» within seconds. */
const MOST_FEATURES = 4_000
/** The county is counted on a grid of so many cells each way, then cut between its lines where features are many. */
const GRID = 128

export type Block = { box: Box; count: number }

/** Cells of one column or row of the grid, with how many features have their lower left corner there. */
type Cell = { i: number; j: number; count: number }

/**
 * Blocks that together hold every feature once, by the lower left corner of its box: x ≥ minX, x < maxX, the same for y.
 * Few features to a block where they are dense, wide blocks where they are rare; neighbouring blocks share their numbers.
 */
export async function planBlocks(trx: Trx, place: LayerPlace, most = MOST_FEATURES): Promise<Block[]> {
  const features = sql`(select ST_XMin(f.geom) as x, ST_YMin(f.geom) as y from ${rowsAt(place.layer, place.asOf)} f
    where ${inAreas(place.layer, [place.area])})`
  const extent = await sql<{ box: Box | null }>`select jsonb_build_array(min(x), min(y), max(x), max(y)) as box
    from ${features} f having count(*) > 0`.execute(trx)
  const box = extent.rows[0]?.box
  if (!box) return []
  const [x, y] = [Math.floor(box[0]), Math.floor(box[1])]
  const cell = Math.ceil((Math.max(box[2] - x, box[3] - y) + 1) / GRID)
  const cells = await sql<Cell>`select floor((x - ${x}) / ${cell})::int as i, floor((y - ${y}) / ${cell})::int as j,
      count(*)::int as count
    from ${features} f group by 1, 2`.execute(trx)
  return cut(cells.rows, [0, 0, GRID, GRID], most).map(({ box: [west, south, east, north], count }) => ({
    box: [x + west * cell, y + south * cell, x + east * cell, y + north * cell],
    count,
  }))
}

/** Halves a rectangle of cells, by the number of features, until each holds few enough; empty ones are dropped. */
function cut(cells: Cell[], box: Box, most: number): Block[] {
  const count = cells.reduce((sum, each) => sum + each.count, 0)
  if (count === 0) return []
  const [width, height] = [box[2] - box[0], box[3] - box[1]]
  if (count <= most || (width === 1 && height === 1)) return [{ box, count }]
  const side = width >= height ? 'i' : 'j'
  const line = middleLine(cells, side, side === 'i' ? [box[0], box[2]] : [box[1], box[3]], count)
  const low: Box = side === 'i' ? [box[0], box[1], line, box[3]] : [box[0], box[1], box[2], line]
  const high: Box = side === 'i' ? [line, box[1], box[2], box[3]] : [box[0], line, box[2], box[3]]
  return [
    ...cut(
      cells.filter((each) => each[side] < line),
      low,
      most,
    ),
    ...cut(
      cells.filter((each) => each[side] >= line),
      high,
      most,
    ),
  ]
}

/** The grid line, strictly between the two ends, that leaves about half of the features on either side. */
function middleLine(cells: Cell[], side: 'i' | 'j', [from, to]: [number, number], count: number): number {
  const sums = new Float64Array(to - from)
  for (const each of cells) sums[each[side] - from]! += each.count
  let before = 0
  for (let line = from + 1; line < to; line++) {
    before += sums[line - 1 - from]!
    if (before * 2 >= count) return line
  }
  return to - 1
}
