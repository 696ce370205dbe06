import type { Zone } from '../projection/gauss-kruger.ts'
import type { MultiPolygon, Ring } from '../types.ts'
import { roundHalfUp } from './round-half-up.ts'

// Constants and procedure: 国土调查办发〔2008〕32号《图幅理论面积与图斑椭球面积计算公式及要求》, CGCS2000 values.
const SECONDS = 206264.8062471
const SEMI_MINOR = 6356752.31414036
const E2 = 0.0066943800229
const EP2 = 0.00673949677548
const POLAR_RADIUS = 6399593.62586
const K0 = 1.57048761144159e-7
const K1 = 5.05250178820567e-3
const K2 = 2.98472900956587e-5
const K3 = 2.41626669230084e-7
const K4 = 2.22241238938534e-9
const A = 1 + (3 / 6) * E2 + (30 / 80) * E2 ** 2 + (35 / 112) * E2 ** 3 + (630 / 2304) * E2 ** 4
const B = (1 / 6) * E2 + (15 / 80) * E2 ** 2 + (21 / 112) * E2 ** 3 + (420 / 2304) * E2 ** 4
const C = (3 / 80) * E2 ** 2 + (7 / 112) * E2 ** 3 + (180 / 2304) * E2 ** 4
const D = (1 / 112) * E2 ** 3 + (45 / 2304) * E2 ** 4
const F = (5 / 2304) * E2 ** 4
/** Edges longer than this many metres are divided before they are taken to the ellipsoid. */
const LONGEST_EDGE = 70
/** No projected coordinate in metres lies farther out; what does is in other units, and would be divided without end. */
const FARTHEST = 1e8

/** Written by `toEllipsoid`: a hot loop must not make an array per vertex. Radians. */
let latitude = 0
let longitude = 0

/** Inverse Gauss projection by the circular's own series; plane metres are rounded to 0.0001, arc seconds to 0.000001. */
function toEllipsoid(easting: number, northing: number): void {
  const x = Math.round(northing * 1e4) / 1e4
  const y = Math.round(easting * 1e4) / 1e4
  const arc = K0 * x
  const sinE = Math.sin(arc)
  const footpoint = arc + Math.cos(arc) * sinE * (K1 - sinE ** 2 * (K2 - sinE ** 2 * (K3 - sinE ** 2 * K4)))
  const cosine = Math.cos(footpoint)
  const t = Math.tan(footpoint)
  const t2 = t * t
  const eta2 = EP2 * cosine * cosine
  const v2 = 1 + eta2
  const r = (y * Math.sqrt(v2)) / POLAR_RADIUS
  const r2 = r * r
  const b =
    footpoint -
    (v2 * t * r2 * (1 - (r2 / 12) * (5 + 3 * t2 + eta2 - 9 * eta2 * t2 - (r2 / 30) * (61 + 90 * t2 + 45 * t2 * t2)))) /
      2
  const l =
    (r / cosine) *
    (1 - (r2 / 6) * (1 + 2 * t2 + eta2 - (r2 / 20) * (5 + 28 * t2 + 24 * t2 * t2 + 6 * eta2 + 8 * eta2 * t2)))
  latitude = Math.round(b * SECONDS * 1e6) / 1e6 / SECONDS
  longitude = Math.round(l * SECONDS * 1e6) / 1e6 / SECONDS
}

/** Area between an edge on the ellipsoid and the central meridian; sin and cos of the odd multiples by recurrence. */
function trapezoid(b1: number, l1: number, b2: number, l2: number): number {
  const sinHalf = Math.sin((b2 - b1) / 2)
  const middle = (b1 + b2) / 2
  const cosMiddle = Math.cos(middle)
  const twiceCosDelta = 2 * (1 - 2 * sinHalf * sinHalf)
  const twiceCosDouble = 2 * (2 * cosMiddle * cosMiddle - 1)
  const sin3 = (twiceCosDelta + 1) * sinHalf
  const cos3 = (twiceCosDouble - 1) * cosMiddle
  const sin5 = twiceCosDelta * sin3 - sinHalf
  const cos5 = twiceCosDouble * cos3 - cosMiddle
  const sin7 = twiceCosDelta * sin5 - sin3
  const cos7 = twiceCosDouble * cos5 - cos3
  const sin9 = twiceCosDelta * sin7 - sin5
  const cos9 = twiceCosDouble * cos7 - cos5
  const sum = A * sinHalf * cosMiddle - B * sin3 * cos3 + C * sin5 * cos5 - D * sin7 * cos7 + F * sin9 * cos9
  return (l1 + l2) * SEMI_MINOR * SEMI_MINOR * sum
}

function ringArea(ring: Ring, falseEasting: number): number {
  const first = ring[0]
  if (!first) return 0
  const far = ring.find(([x, y]) => !(Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST))
  if (far) throw new RangeError(`${far} is no place in a Gauss-Krüger zone`)
  toEllipsoid(first[0] - falseEasting, first[1])
  let sum = 0
  for (let i = 1; i < ring.length; i++) {
    const x0 = ring[i - 1]![0] - falseEasting
    const y0 = ring[i - 1]![1]
    const dx = ring[i]![0] - falseEasting - x0
    const dy = ring[i]![1] - y0
    const length = Math.hypot(dx, dy)
    const parts = length > LONGEST_EDGE ? Math.floor(length / LONGEST_EDGE) + 1 : 1
    for (let k = 1; k <= parts; k++) {
      const b = latitude
      const l = longitude
      toEllipsoid(x0 + (dx * k) / parts, y0 + (dy * k) / parts)
      sum += trapezoid(b, l, latitude, longitude)
    }
  }
  return Math.abs(sum)
}

/**
 * 椭球面积 before its last rounding, m². The circular measures longitude from Greenwich; here it is measured from the
 * zone's central meridian, which gives the same sum over a closed ring with less cancellation.
 * @throws RangeError when a coordinate is not finite or beyond 10⁸ m
 */
export function unroundedEllipsoidalArea(geometry: MultiPolygon, zone: Zone): number {
  let sum = 0
  for (const polygon of geometry) {
    polygon.forEach((ring, i) => {
      sum += (i === 0 ? 1 : -1) * ringArea(ring, zone.falseEasting)
    })
  }
  return sum
}

/**
 * 椭球面积 of the land survey (三调) in m² to 0.01, half up. Not the same legal number as `planarArea`.
 * @param geometry metres in the Gauss-Krüger zone given
 */
export function ellipsoidalArea(geometry: MultiPolygon, zone: Zone): number {
  return roundHalfUp(unroundedEllipsoidalArea(geometry, zone), 2)
}
