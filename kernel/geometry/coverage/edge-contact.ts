import { leftTurn } from '../arrangement/orientation.ts'

/** Whether the closed edges that begin at vertices i and j cross or touch; exact (adaptive predicates). */
export function edgesTouch(c: Float64Array, i: number, j: number): boolean {
  const ax = c[2 * i]!
  const ay = c[2 * i + 1]!
  const bx = c[2 * i + 2]!
  const by = c[2 * i + 3]!
  const cx = c[2 * j]!
  const cy = c[2 * j + 1]!
  const dx = c[2 * j + 2]!
  const dy = c[2 * j + 3]!
  if (Math.max(ax, bx) < Math.min(cx, dx) || Math.max(cx, dx) < Math.min(ax, bx)) return false
  if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return false
  const atC = leftTurn(ax, ay, bx, by, cx, cy)
  const atD = leftTurn(ax, ay, bx, by, dx, dy)
  if ((atC > 0 && atD > 0) || (atC < 0 && atD < 0)) return false
  const atA = leftTurn(cx, cy, dx, dy, ax, ay)
  const atB = leftTurn(cx, cy, dx, dy, bx, by)
  // With overlapping boxes this holds for collinear edges too: all four are zero and they share a place.
  return !((atA > 0 && atB > 0) || (atA < 0 && atB < 0))
}
