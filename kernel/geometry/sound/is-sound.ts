import { ringsTouch } from '../coverage/ring-contacts.ts'
import { holesInPlace, isWithin } from '../coverage/ring-places.ts'
import type { PolygonSet } from '../flat/polygon-set.ts'

/**
 * Whether the area of a feature can be had from its rings as they stand: no two edges meet but neighbours, holes lie in
 * their outer rings and parts beside each other. False is said also of some that would do, such as rings that touch.
 */
export function isSound(set: PolygonSet, feature: number): boolean {
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
