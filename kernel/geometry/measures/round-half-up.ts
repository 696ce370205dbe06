/**
 * 四舍五入: rounds the decimal number as it is written, so that 1.005 at two decimals is 1.01 although the double
 * nearest to 1.005 lies below it. Halves go away from zero.
 * @throws RangeError when `value` is not finite
 */
export function roundHalfUp(value: number, decimals: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`cannot round ${value}`)
  const magnitude = shiftDecimalPoint(Math.round(shiftDecimalPoint(Math.abs(value), decimals)), -decimals)
  return value < 0 && magnitude !== 0 ? -magnitude : magnitude
}

/** Moves the point in the shortest decimal text of `value`; multiplying by a power of ten would round twice. */
function shiftDecimalPoint(value: number, places: number): number {
  const [mantissa, exponent = '0'] = String(value).split('e')
  return Number(`${mantissa}e${Number(exponent) + places}`)
}
