import { toCell } from '../arrangement/grid.ts'
import { TOLERANCE } from '../repair/clean-ring.ts'

/** The tolerance of the databases in cells of the grid. */
export const TOLERANCE_CELLS = toCell(TOLERANCE)
