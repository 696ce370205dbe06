import type { Position } from '../../../../kernel/geometry/types.ts'
import { coefficients, EPOCH } from './wmm-2025.ts'

/** The model's sphere of reference, and WGS 84. km */
const SPHERE = 6371.2
const [SEMI_MAJOR, FLATTENING] = [6378.137, 1 / 298.257223563]
const YEARS = 5
const RADIANS = Math.PI / 180

/**
 * 磁偏角: how far magnetic north lies east of true north, degrees, by the World Magnetic Model 2025. Undefined outside the five years
 * the model is made for, and at the poles, where there is no north to turn from.
 * @param place longitude, latitude in degrees (WGS 84)
 * @param height m above the ellipsoid
 */
export function declinationAt([longitude, latitude]: Position, height: number, at: Date): number | undefined {
  const year = yearOf(at)
  if (year < EPOCH || year >= EPOCH + YEARS || Math.abs(latitude) > 89.99) return undefined
  const { radius, geocentric } = toSphere(latitude * RADIANS, height / 1000)
  const field = fieldAt(radius, geocentric, longitude * RADIANS, year - EPOCH)
  // From the sphere's north to the ellipsoid's.
  const turn = geocentric - latitude * RADIANS
  const north = field.north * Math.cos(turn) - field.down * Math.sin(turn)
  return Math.atan2(field.east, north) / RADIANS
}

/** A year and the part of it that has gone. */
function yearOf(at: Date): number {
  const year = at.getUTCFullYear()
  const [from, to] = [Date.UTC(year, 0), Date.UTC(year + 1, 0)]
  return year + (at.getTime() - from) / (to - from)
}

/** Geocentric latitude (radians) and distance (km) of a geodetic place. */
function toSphere(latitude: number, height: number): { radius: number; geocentric: number } {
  const eccentricity = FLATTENING * (2 - FLATTENING)
  const normal = SEMI_MAJOR / Math.sqrt(1 - eccentricity * Math.sin(latitude) ** 2)
  const across = (normal + height) * Math.cos(latitude)
  const up = (normal * (1 - eccentricity) + height) * Math.sin(latitude)
  return { radius: Math.hypot(across, up), geocentric: Math.atan2(up, across) }
}

/** The gradient of the potential: sums over all degrees and orders, nT. */
function fieldAt(radius: number, latitude: number, longitude: number, years: number) {
  const sums = { north: 0, east: 0, down: 0 }
  const [values, slopes] = legendre(Math.sin(latitude), Math.cos(latitude))
  for (const [k, orders] of coefficients.entries()) {
    const n = k + 1
    const scale = (SPHERE / radius) ** (n + 2)
    for (const [m, [g0, h0, gChange, hChange]] of orders.entries()) {
      const [g, h] = [g0 + years * gChange, h0 + years * hChange]
      const [cosine, sine] = [Math.cos(m * longitude), Math.sin(m * longitude)]
      sums.north -= scale * (g * cosine + h * sine) * slopes[n]![m]!
      sums.east += (scale * m * (g * sine - h * cosine) * values[n]![m]!) / Math.cos(latitude)
      sums.down -= scale * (n + 1) * (g * cosine + h * sine) * values[n]![m]!
    }
  }
  return sums
}

/** Schmidt semi-normalised associated Legendre functions of the sine of a latitude, and their slopes by the latitude. */
function legendre(sine: number, cosine: number): [values: number[][], slopes: number[][]] {
  const [values, slopes]: [number[][], number[][]] = [[[1]], [[0]]]
  for (let n = 1; n <= coefficients.length; n++) {
    const [value, slope]: [number[], number[]] = [[], []]
    for (let m = 0; m < n; m++) {
      const [below, twoBelow] = [values[n - 1]![m]!, values[n - 2]?.[m] ?? 0]
      const [slopeBelow, slopeTwoBelow] = [slopes[n - 1]![m]!, slopes[n - 2]?.[m] ?? 0]
      const [length, lengthBelow] = [Math.sqrt(n * n - m * m), Math.sqrt((n - 1) ** 2 - m * m)]
      value[m] = ((2 * n - 1) * sine * below - lengthBelow * twoBelow) / length
      slope[m] = ((2 * n - 1) * (cosine * below + sine * slopeBelow) - lengthBelow * slopeTwoBelow) / length
    }
    const step = n === 1 ? 1 : Math.sqrt((2 * n - 1) / (2 * n))
    value[n] = step * cosine * values[n - 1]![n - 1]!
    slope[n] = step * (cosine * slopes[n - 1]![n - 1]! - sine * values[n - 1]![n - 1]!)
    values.push(value)
    slopes.push(slope)
  }
  return [values, slopes]
}
