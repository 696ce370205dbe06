import type Flatbush from 'flatbush'
import type { PolygonSet } from '../flat/polygon-set.ts'
import { boundingBox } from '../measures/bounding-box.ts'
import { containsPoint } from '../measures/contains-point.ts'
import { TOLERANCE } from '../repair/clean-ring.ts'
import type { Box, MultiPolygon } from '../types.ts'
import type { BadFace } from './bad-faces.ts'

/** Features whose boxes meet a box. */
export type Find = (box: Box) => number[]

export function finder(index: Flatbush | undefined, left: Uint8Array): Find {
  return (box) => index?.search(...box, (feature) => !left[feature]) ?? []
}

/**
 * The features that may have a hand in bad faces, in groups: features in different groups have nothing to do with
 * each other, so each group can be looked at by itself. Groups and their members ascend.
 */
export function suspectGroups(set: PolygonSet, faces: BadFace[], find: Find): number[][] {
  const parent = new Map<number, number>()
  const root = (feature: number): number => {
    let top = feature
    while (parent.get(top)! !== top) top = parent.get(top)!
    for (let at = feature; at !== top; ) {
      const next = parent.get(at)!
      parent.set(at, top)
      at = next
    }
    return top
  }
  for (const face of faces) {
    const members = suspectsOf(set, face, find)
    for (const feature of members) if (!parent.has(feature)) parent.set(feature, feature)
    for (const feature of members) parent.set(root(feature), root(members[0]!))
  }
  const groups = new Map<number, number[]>()
  for (const feature of [...parent.keys()].sort((a, b) => a - b)) {
    const top = root(feature)
    if (groups.has(top)) groups.get(top)!.push(feature)
    else groups.set(top, [feature])
  }
  return [...groups.values()]
}

/** Few are simply all in the box; else those near the border of the face, and of an overlap those inside it. */
function suspectsOf(set: PolygonSet, { geometry, cover }: BadFace, find: Find): number[] {
  const box = boundingBox(geometry)
  const inBox = find(grown(box))
  if (inBox.length <= 16 + geometry.flat(2).length) return inBox
  const suspects = new Set(geometry.flat().flatMap((ring) => ring.slice(1).flatMap((b, i) => find(grown(boundingBox([[[ring[i]!, b]]])))))) // biome-ignore format: one row
  if (cover > 1) for (const feature of inBox) if (startsInside(set, feature, geometry)) suspects.add(feature)
  return [...suspects]
}

/** A feature that does not touch the border of a face lies inside or outside it as its first vertex does. */
export function startsInside(
  { coordinates, ringStart, partStart, featureStart }: PolygonSet,
  feature: number,
  face: MultiPolygon,
): boolean {
  const v = ringStart[partStart[featureStart[feature]!]!]!
  return containsPoint(face, [coordinates[2 * v]!, coordinates[2 * v + 1]!])
}

const grown = ([minX, minY, maxX, maxY]: Box): Box => [
  minX - TOLERANCE,
  minY - TOLERANCE,
  maxX + TOLERANCE,
  maxY + TOLERANCE,
]
