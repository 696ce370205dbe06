import { roundHalfUp } from './round-half-up.ts'

/**
 * 调平: makes areas add up to their control area. The difference, in units of 0.01 m², is spread evenly; what is left
 * over goes one unit each to the largest, equal areas in the order given (reference software of the third survey).
 * @param values m², rounded half up to 0.01 before levelling
 * @param control m²
 * @returns m² with two decimals, in the order given, adding up to `control` exactly
 * @throws RangeError when there is nothing to level, or an area would become negative
 */
export function levelAreas(values: number[], control: number): number[] {
  const hundredths = values.map((value) => Math.round(roundHalfUp(value, 2) * 100))
  const target = Math.round(roundHalfUp(control, 2) * 100)
  const difference = target - hundredths.reduce((sum, value) => sum + value, 0)
  if (values.length === 0) {
    if (difference === 0) return []
    throw new RangeError('no areas to level')
  }
  const each = Math.floor(Math.abs(difference) / values.length)
  const extra = Math.abs(difference) % values.length
  const byArea = [...hundredths.keys()].sort((a, b) => hundredths[b]! - hundredths[a]! || a - b)
  byArea.forEach((i, place) => {
    hundredths[i]! += Math.sign(difference) * (each + (place < extra ? 1 : 0))
    if (hundredths[i]! < 0) throw new RangeError(`levelling by ${difference / 100} m² makes area ${i} negative`)
  })
  return hundredths.map((value) => value / 100)
}
