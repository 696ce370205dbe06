import { roundHalfUp } from './round-half-up.ts'

/** So many areas share a difference, and only those above so many hundredths of a square metre. */
const SHARERS = 10
const LEAST = 50 * 100

/**
 * 调平 as surveys of land for building (勘测定界) do it: the difference from the control area is shared by the largest areas, ten at
 * most and each above 50 m², by their size among them and rounded to 0.01 m²; the largest takes what rounding leaves.
 * Where none is that large, the largest takes all. Of equal areas the first is the largest. (Reference software SunWay; the third
 * land survey levels otherwise: `levelAreas`.)
 * @param values m², rounded half up to 0.01 before levelling
 * @param control m²
 * @returns m² with two decimals, in the order given, adding up to `control` exactly
 * @throws RangeError when there is nothing to level, or an area would become negative
 */
export function levelLargest(values: number[], control: number): number[] {
  const hundredths = values.map((value) => Math.round(roundHalfUp(value, 2) * 100))
  const sum = (some: number[]) => some.reduce((total, value) => total + value, 0)
  const difference = Math.round(roundHalfUp(control, 2) * 100) - sum(hundredths)
  if (values.length === 0 && difference !== 0) throw new RangeError('no areas to level')
  const [largest, ...others] = [...hundredths.keys()].sort((a, b) => hundredths[b]! - hundredths[a]! || a - b)
  if (largest === undefined) return []
  const sharers = others.slice(0, SHARERS - 1).filter((i) => hundredths[i]! > LEAST)
  const whole = sum([largest, ...sharers].map((i) => hundredths[i]!))
  const shares = sharers.map(
    (i) => Math.sign(difference) * roundHalfUp((hundredths[i]! / whole) * Math.abs(difference), 0),
  )
  const levelled = [...hundredths]
  for (const [k, i] of sharers.entries()) levelled[i]! += shares[k]!
  levelled[largest]! += difference - sum(shares)
  if (levelled.some((value) => value < 0))
    throw new RangeError(`levelling by ${difference / 100} m² makes an area negative`)
  return levelled.map((value) => value / 100)
}
