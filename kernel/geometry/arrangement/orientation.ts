import { orient2d } from 'robust-predicates'

/** Positive when c lies to the left of the line from a to b, negative to the right, 0 on it; the sign is exact. */
export function leftTurn(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  return -orient2d(ax, ay, bx, by, cx, cy)
}

/** The same for whole and half cell numbers, whose products need no more than a double for anything under some 3 km. */
export function leftTurnOnGrid(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  const left = (bx - ax) * (cy - ay)
  const right = (by - ay) * (cx - ax)
  if (Math.abs(left) < 2 ** 50 && Math.abs(right) < 2 ** 50) return left - right
  return -orient2d(ax, ay, bx, by, cx, cy)
}
