import { chunkBoxes } from '../areas/chunk-boxes.ts'
import { PlanarSum } from '../areas/planar-sum.ts'
import { Profile } from '../areas/profile.ts'
import { walkFeature } from '../areas/walk-feature.ts'
import { ringsTouch } from '../coverage/ring-contacts.ts'
import { holesInPlace, isWithin } from '../coverage/ring-places.ts'
import { featureGeometry } from '../flat/feature-geometry.ts'
import type { PolygonSet } from '../flat/polygon-set.ts'
import { setOf } from '../flat/set-of.ts'
import type { MultiPolygon } from '../types.ts'

/**
 * Whether the area of a feature can be had from its rings as they stand: every place is gone round once or not at all, by
 * each ring and by all together. Rings that keep apart and lie as they should are soon seen; the rest is measured.
 */
export function isSound(set: PolygonSet, feature: number): boolean {
  if (keepsApart(set, feature)) return true
  const geometry = featureGeometry(set, feature)
  const rings = geometry.flat()
  return goesRoundOnce(geometry) && (rings.length === 1 || rings.every((ring) => goesRoundOnce([[ring]])))
}

const profile = new Profile()
const sum = new PlanarSum()

/**
 * With w = how often a place is gone round, ∫w² = ∫w only where w is 0 or 1 all over. The area table of a geometry with
 * itself gives ∫w². Overlaps of less than 10⁻¹¹ of the box are let pass: areas are no better than that.
 */
function goesRoundOnce(geometry: MultiPolygon): boolean {
  const set = setOf([geometry])
  sum.begin(profile.load(set, 0))
  sum.sum = 0
  walkFeature(profile, set, chunkBoxes(set), 0, sum)
  return Math.abs(sum.sum - sum.whole()) <= 1e-11 * profile.width * profile.height
}

/** No two edges meet but neighbours, holes lie in their outer rings and parts beside each other. */
function keepsApart(set: PolygonSet, feature: number): boolean {
  const { featureStart, partStart } = set
  const firstPart = featureStart[feature]!
  const endPart = featureStart[feature + 1]!
  if (firstPart === endPart) return true
  const first = partStart[firstPart]!
  const end = partStart[endPart]!
  if (ringsTouch(set, first, end)) return false
  if (end - first === 1) return true
  for (let part = firstPart; part < endPart; part++) {
    if (!holesInPlace(set, partStart[part]!, partStart[part + 1]!)) return false
  }
  return partsLieApart(set, firstPart, endPart)
}

/** Rings do not touch, so a part lies in another where one of its vertices does. */
function partsLieApart(set: PolygonSet, first: number, end: number): boolean {
  for (let part = first; part < end; part++) {
    const v = set.ringStart[set.partStart[part]!]!
    for (let other = first; other < end; other++) {
      if (other !== part && isInPart(set, other, set.coordinates[2 * v]!, set.coordinates[2 * v + 1]!)) return false
    }
  }
  return true
}

function isInPart({ coordinates, ringStart, partStart }: PolygonSet, part: number, x: number, y: number): boolean {
  let inside = false
  for (let r = partStart[part]!; r < partStart[part + 1]!; r++) {
    if (isWithin(coordinates, ringStart[r]!, ringStart[r + 1]!, x, y)) inside = !inside
  }
  return inside
}
