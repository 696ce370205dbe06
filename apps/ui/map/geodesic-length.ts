import type { Position } from '../../../kernel/geometry/types.ts'

// CGCS2000: a = 6378137 m, 1/f = 298.257222101 (GB 22021)
const A = 6378137
const F = 1 / 298.257222101
const B = A * (1 - F)
const RADIANS = Math.PI / 180

/**
 * Length in metres of the shortest line on the CGCS2000 ellipsoid between two points in degrees (Vincenty 1975, inverse;
 * better than 0.1 mm within a county). Points almost opposite each other on the globe are out of its reach: NaN.
 */
export function geodesicLength([lon1, lat1]: Position, [lon2, lat2]: Position): number {
  if (lon1 === lon2 && lat1 === lat2) return 0
  const u1 = Math.atan((1 - F) * Math.tan(lat1 * RADIANS))
  const u2 = Math.atan((1 - F) * Math.tan(lat2 * RADIANS))
  const [sin1, cos1, sin2, cos2] = [Math.sin(u1), Math.cos(u1), Math.sin(u2), Math.cos(u2)]
  const difference = (lon2 - lon1) * RADIANS
  let lambda = difference
  for (let round = 0; round < 50; round++) {
    const sinSigma = Math.hypot(cos2 * Math.sin(lambda), cos1 * sin2 - sin1 * cos2 * Math.cos(lambda))
    const cosSigma = sin1 * sin2 + cos1 * cos2 * Math.cos(lambda)
    const sigma = Math.atan2(sinSigma, cosSigma)
    const sinAlpha = (cos1 * cos2 * Math.sin(lambda)) / sinSigma
    const cos2Alpha = 1 - sinAlpha ** 2
    const cosMiddle = cos2Alpha === 0 ? 0 : cosSigma - (2 * sin1 * sin2) / cos2Alpha
    const c = (F / 16) * cos2Alpha * (4 + F * (4 - 3 * cos2Alpha))
    const before = lambda
    lambda =
      difference +
      (1 - c) * F * sinAlpha * (sigma + c * sinSigma * (cosMiddle + c * cosSigma * (2 * cosMiddle ** 2 - 1)))
    if (Math.abs(lambda - before) < 1e-13) return distance(sigma, sinSigma, cosSigma, cosMiddle, cos2Alpha)
  }
  return Number.NaN
}

function distance(sigma: number, sinSigma: number, cosSigma: number, cosMiddle: number, cos2Alpha: number): number {
  const uSquared = cos2Alpha * (A ** 2 / B ** 2 - 1)
  const a = 1 + (uSquared / 16384) * (4096 + uSquared * (-768 + uSquared * (320 - 175 * uSquared)))
  const b = (uSquared / 1024) * (256 + uSquared * (-128 + uSquared * (74 - 47 * uSquared)))
  const correction =
    b *
    sinSigma *
    (cosMiddle +
      (b / 4) *
        (cosSigma * (2 * cosMiddle ** 2 - 1) -
          (b / 6) * cosMiddle * (4 * sinSigma ** 2 - 3) * (4 * cosMiddle ** 2 - 3)))
  return B * a * (sigma - correction)
}
