import { roundHalfUp } from '../geometry/measures/round-half-up.ts'

/**
 * Rounds areas to 0.01 m² so that they add up to `total` (two decimals) exactly: all are rounded down, then the hundredths that
 * are missing go to the largest remainders. Meant for areas that make up the total but for rounding; a real difference would be
 * spread as well. Equal remainders: the larger area first, then the order given.
 */
export function roundToTotal(areas: readonly number[], total: number): number[] {
  const units = areas.map((area) => Math.floor(area * 100 + 1e-6))
  const remainders = areas.map((area, k) => area * 100 - units[k]!)
  const order = [...areas.keys()].sort((a, b) => remainders[b]! - remainders[a]! || areas[b]! - areas[a]! || a - b)
  let missing = Math.round(roundHalfUp(total, 2) * 100) - units.reduce((sum, unit) => sum + unit, 0)
  for (let k = 0; missing > 0 && order.length > 0; k++, missing--) units[order[k % order.length]!]!++
  // Taken back from the largest areas, which can spare it.
  const largest = [...areas.keys()].sort((a, b) => areas[b]! - areas[a]! || a - b)
  for (let k = 0; missing < 0 && order.length > 0; k++, missing++) units[largest[k % largest.length]!]!--
  return units.map((unit) => unit / 100)
}
