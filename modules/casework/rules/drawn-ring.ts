import type { Position } from '../../../kernel/geometry/types.ts'
import { invalid, Refusal } from '../../../kernel/problems/problem.ts'

/** Corners in degrees as they stand in an address: «107.1,32.9 107.2,32.9 107.2,33». Throws a Refusal for fewer than three. */
export function ringOf(corners: string): Position[] {
  const ring = corners.split(' ').map((corner) => corner.split(',').map(Number))
  const isSound = ring.length >= 3 && ring.every((corner) => corner.length === 2 && corner.every(Number.isFinite))
  if (!isSound) throw new Refusal(invalid('casework.case.search.bad-drawing'))
  return ring as Position[]
}

/** Seven decimals of a degree are a centimetre. */
export const cornersOf = (ring: readonly Position[]): string =>
  ring.map((corner) => corner.map((number) => Number(number.toFixed(7))).join(',')).join(' ')
