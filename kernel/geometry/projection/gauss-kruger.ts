import type { Position } from '../types.ts'

/** A Gauss-Krüger zone: central meridian in degrees, false easting in metres (zone number × 10⁶ + 500 000, or 500 000). */
export type Zone = { centralMeridian: number; falseEasting: number }

/**
 * The CGCS2000 3° zones: EPSG 4513–4533 (zones 25–45, prefixed eastings) and 4534–4554 (the same without prefix).
 * Undefined for any other code.
 */
export function zoneOfEpsg(epsg: number): Zone | undefined {
  if (!Number.isInteger(epsg) || epsg < 4513 || epsg > 4554) return undefined
  if (epsg <= 4533) {
    const zone = epsg - 4488
    return { centralMeridian: 3 * zone, falseEasting: zone * 1e6 + 500000 }
  }
  return { centralMeridian: 3 * (epsg - 4509), falseEasting: 500000 }
}

// CGCS2000: a = 6378137 m, 1/f = 298.257222101 (GB 22021)
const FLATTENING = 1 / 298.257222101
const N = FLATTENING / (2 - FLATTENING)
const E = Math.sqrt(FLATTENING * (2 - FLATTENING))
const RECTIFYING_RADIUS = (6378137 / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64)
const RADIANS = Math.PI / 180

// Krüger's series to the fourth order in the third flattening (Karney 2011, eqs. 35 and 36): nanometres within a zone.
const FORWARD = [
  N / 2 - (2 * N ** 2) / 3 + (5 * N ** 3) / 16 + (41 * N ** 4) / 180,
  (13 * N ** 2) / 48 - (3 * N ** 3) / 5 + (557 * N ** 4) / 1440,
  (61 * N ** 3) / 240 - (103 * N ** 4) / 140,
  (49561 * N ** 4) / 161280,
] as const
const INVERSE = [
  N / 2 - (2 * N ** 2) / 3 + (37 * N ** 3) / 96 - N ** 4 / 360,
  N ** 2 / 48 + N ** 3 / 15 - (437 * N ** 4) / 1440,
  (17 * N ** 3) / 480 - (37 * N ** 4) / 840,
  (4397 * N ** 4) / 161280,
] as const

function conformalTangent(tangent: number): number {
  const secant = Math.sqrt(1 + tangent * tangent)
  const sigma = Math.sinh(E * Math.atanh((E * tangent) / secant))
  return tangent * Math.sqrt(1 + sigma * sigma) - sigma * secant
}

/** Newton's method on `conformalTangent`; three rounds reach the last bit at any latitude of a zone. */
function geodeticTangent(conformal: number): number {
  let tangent = conformal / (1 - E * E)
  for (let i = 0; i < 3; i++) {
    const guess = conformalTangent(tangent)
    const step =
      ((conformal - guess) * (1 + (1 - E * E) * tangent * tangent)) /
      ((1 - E * E) * Math.sqrt((1 + tangent * tangent) * (1 + guess * guess)))
    tangent += step
  }
  return tangent
}

/** Longitude and latitude in degrees (CGCS2000) to easting and northing in metres. */
export function gaussKrugerForward([longitude, latitude]: Position, zone: Zone): Position {
  const lambda = (longitude - zone.centralMeridian) * RADIANS
  const tangent = conformalTangent(Math.tan(latitude * RADIANS))
  const xi = Math.atan2(tangent, Math.cos(lambda))
  const eta = Math.asinh(Math.sin(lambda) / Math.hypot(tangent, Math.cos(lambda)))
  let northing = xi
  let easting = eta
  for (let j = 1; j <= 4; j++) {
    northing += FORWARD[j - 1]! * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta)
    easting += FORWARD[j - 1]! * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta)
  }
  return [zone.falseEasting + RECTIFYING_RADIUS * easting, RECTIFYING_RADIUS * northing]
}

/** Easting and northing in metres to longitude and latitude in degrees (CGCS2000). */
export function gaussKrugerInverse([easting, northing]: Position, zone: Zone): Position {
  const xi = northing / RECTIFYING_RADIUS
  const eta = (easting - zone.falseEasting) / RECTIFYING_RADIUS
  let sphereXi = xi
  let sphereEta = eta
  for (let j = 1; j <= 4; j++) {
    sphereXi -= INVERSE[j - 1]! * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta)
    sphereEta -= INVERSE[j - 1]! * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta)
  }
  const lambda = Math.atan2(Math.sinh(sphereEta), Math.cos(sphereXi))
  const conformal = Math.sin(sphereXi) / Math.hypot(Math.sinh(sphereEta), Math.cos(sphereXi))
  return [zone.centralMeridian + lambda / RADIANS, Math.atan(geodeticTangent(conformal)) / RADIANS]
}
