import type { Position } from '../../../../../kernel/geometry/types.ts'

/** A fix of the receiver: metres, accuracy in metres (68 %). */
export type Fix = { at: Position; accuracy: number }
export type Walked = { line: Position[]; refused: 'inaccurate' | null }

/** Worse than this a border cannot be told by walking (GB/T 37149 §8.6.5: position ≤ 15 m; a border wants better). */
export const WORST_ACCURACY = 10
/** Standing still a receiver wanders about. */
const LEAST_STEP = 2

/** The track with one more fix, if it is good enough and the walker has moved on. */
export function walkOn(line: readonly Position[], { at, accuracy }: Fix): Walked {
  if (!(accuracy <= WORST_ACCURACY)) return { line: [...line], refused: 'inaccurate' }
  const last = line.at(-1)
  const moved = last ? Math.hypot(at[0] - last[0], at[1] - last[1]) : Infinity
  return { line: moved >= Math.max(LEAST_STEP, accuracy / 3) ? [...line, at] : [...line], refused: null }
}
