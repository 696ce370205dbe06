/** Cells of 0.1 mm: the coordinate precision of the national databases. */
export const CELLS_PER_METRE = 1e4
/** Beyond this many metres from zero cell numbers leave the range where half a cell is exact in a double. */
export const FARTHEST = 2e11

/**
 * The cell number of a coordinate in metres.
 * @throws RangeError when the coordinate is not finite or lies beyond `FARTHEST`
 */
export function toCell(metres: number): number {
  if (!(Math.abs(metres) <= FARTHEST)) throw new RangeError(`coordinate ${metres} is outside the grid`)
  return Math.round(metres * CELLS_PER_METRE)
}

/** The double nearest to the cell's decimal number, so that four decimals survive any number of passes. */
export function fromCell(cell: number): number {
  return cell / CELLS_PER_METRE
}
