import type { Position } from '../types.ts'

/** The position. @throws RangeError when a coordinate is not finite */
export function finite(position: Position): Position {
  if (Number.isFinite(position[0] + position[1])) return position
  throw new RangeError(`coordinate ${position} is not finite`)
}
