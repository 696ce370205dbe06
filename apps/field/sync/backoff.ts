/** Seconds to wait after so many failures in a row; the last goes on. */
const WAITS = [2, 5, 15, 30, 60, 120]

/** Milliseconds before the next try, spread by up to a fifth so that a whole team does not come back at once. `spread` 0…1 */
export const waitBefore = (failures: number, spread: number): number =>
  WAITS[Math.min(Math.max(failures, 1), WAITS.length) - 1]! * 1000 * (1 + spread / 5)
