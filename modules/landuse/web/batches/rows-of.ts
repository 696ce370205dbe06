import type { BatchView } from '../answers.ts'

/** All rows of the delivery, whatever became of them. */
export const rowsOf = ({ rows }: BatchView) => Object.values(rows).reduce((sum, one) => sum + one, 0)
