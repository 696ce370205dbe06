import type { Zone } from '../projection/gauss-kruger.ts'
import type { MomentSum } from './moment-sum.ts'

// CGCS2000 as 国土调查办发〔2008〕32号 gives it: c = a²/b, e′², k0.
const POLAR_RADIUS = 6399593.62586
const EP2 = 0.00673949677548
const METRES_TO_ARC = 1.57048761144159e-7

/** 1/(MN), per m², at the latitude whose meridian arc is `northing`. */
function curvatureAt(northing: number): number {
  const arc = METRES_TO_ARC * northing
  const footpoint = arc + 5.05250178820567e-3 * Math.sin(arc) * Math.cos(arc)
  const v2 = 1 + EP2 * Math.cos(footpoint) ** 2
  return (v2 / POLAR_RADIUS) ** 2
}

/**
 * Area on the ellipsoid of a piece of a subject, m², from its area in the Gauss-Krüger plane and its moments. The
 * areal scale of the projection is 1 − u²·g + ⅔·u⁴·g² with u = distance from the central meridian and g = 1/(MN) at the
 * footpoint, taken as linear in the northing over the subject. Within 1.5° of the meridian true to some 10⁻⁹ of the
 * piece for subjects up to 100 km; what the official formula makes of it is for `tabulate` to level.
 */
export function ellipsoidalMeasure(
  [minX, minY, maxY]: readonly [minX: number, minY: number, maxY: number],
  zone: Zone,
): (piece: Pick<MomentSum, 'sum' | 'x' | 'xx' | 'y'>) => number {
  const meridian = minX - zone.falseEasting
  const low = curvatureAt(minY)
  const slope = maxY > minY ? (curvatureAt(maxY) - low) / (maxY - minY) : 0
  return ({ sum, x, xx, y }) => {
    if (!(sum > 0)) return 0
    const u = meridian + x / sum
    // Mean of u² over the piece; its mean curvature is that at its middle.
    const u2 = meridian * meridian + (2 * meridian * x + xx) / sum
    const bend = (low + (slope * y) / sum) * u2
    const spread = u2 - u * u
    return sum * (1 - bend + (2 / 3) * bend * (bend + 4 * low * spread))
  }
}
