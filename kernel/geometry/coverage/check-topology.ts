import { collectRegions } from '../arrangement/collect-regions.ts'
import { arrangeInputs, type InputArrangement } from '../arrangement/overlay-faces.ts'
import { featureGeometry } from '../flat/feature-geometry.ts'
import type { PolygonSet } from '../flat/polygon-set.ts'
import { indexSet } from '../flat/set-index.ts'
import { boundingBox } from '../measures/bounding-box.ts'
import { perimeter } from '../measures/perimeter.ts'
import { planarArea } from '../measures/planar-area.ts'
import { pointOnSurface } from '../measures/point-on-surface.ts'
import { TOLERANCE } from '../repair/clean-ring.ts'
import type { MultiPolygon } from '../types.ts'
import { type BadFace, badFaces, untangled } from './bad-faces.ts'
import { cancelPieces } from './cancel-pieces.ts'
import type { SetIssue } from './issue.ts'
import { lonelyEdges } from './lonely-edges.ts'
import { overlapsByPair } from './overlaps-by-pair.ts'
import { type Find, finder, startsInside, suspectGroups } from './suspects.ts'

/**
 * Overlaps and gaps of a coverage, measured in m², from west to east. Faces not wider than 0.001 m (2 · area /
 * perimeter) are within the tolerance of the databases and pass. Features marked in `left` are taken for not there;
 * all round the `tangled` ones is looked at, for the winding of their edges says nothing.
 */
export function checkTopology(set: PolygonSet, left: Uint8Array, tangled: number[] = []): SetIssue[] {
  const faces = badFaces(cancelPieces(set, lonelyEdges(set, left).sort()))
  for (const f of tangled) if (!left[f]) faces.push({ geometry: featureGeometry(set, f), cover: 2 })
  return conflictsAt(set, left, faces)
}

/** The overlaps and gaps at places that are not covered once, drawn exactly; the set needs only what is near them. */
export function conflictsAt(set: PolygonSet, left: Uint8Array, faces: BadFace[]): SetIssue[] {
  if (faces.length === 0) return []
  const find = finder(indexSet(set), left)
  const found = suspectGroups(set, faces, find).flatMap((group) => conflictsAmong(set, group, find))
  return found.sort((a, b) => a.at![0] - b.at![0] || a.at![1] - b.at![1])
}

/**
 * A face that several of the group cover, or that none does though they go all round it. In a hopeless tangle gaps mean
 * nothing, and overlaps are told pair by pair.
 */
function conflictsAmong(set: PolygonSet, group: number[], find: Find): SetIssue[] {
  const shapes = group.map((feature) => featureGeometry(set, feature))
  const arranged = untangled(() => arrangeInputs(shapes))
  if (!arranged) return overlapsByPair(set, group)
  const { plane, inputsOf } = arranged
  const conflicts: { rule: 'overlap' | 'gap'; members: Set<number> }[] = []
  const placeOf = emptyPlaces(arranged)
  const gapOf = new Map<number, number>()
  const regionOf = Int32Array.from({ length: plane.faces }, (_, face) => {
    const inputs = inputsOf(face)
    if (inputs.length === 1) return -1
    if (inputs.length > 1) return conflicts.push({ rule: 'overlap', members: new Set(inputs) }) - 1
    const place = placeOf(face)
    if (place === 0) return -1
    const gap = gapOf.get(place) ?? conflicts.push({ rule: 'gap', members: new Set() }) - 1
    gapOf.set(place, gap)
    return gap
  })
  plane.faceOf.forEach((face, h) => {
    const gap = conflicts[regionOf[face]!]
    if (gap?.rule === 'gap') for (const input of inputsOf(plane.faceOf[h ^ 1]!)) gap.members.add(input)
  })
  const known = new Set(group)
  return collectRegions(plane, regionOf, conflicts.length).flatMap((geometry, k): SetIssue[] => {
    const { rule, members } = conflicts[k]!
    const area = planarArea(geometry)
    const at = pointOnSurface(geometry)
    if (!at || 2 * area <= TOLERANCE * perimeter(geometry)) return []
    if (rule === 'gap' && !isEmpty(set, geometry, known, find)) return []
    const features = [...members].sort((a, b) => a - b).map((input) => group[input]!)
    return [{ rule, at, measure: area, features, geometry }]
  })
}

/**
 * One face for each empty place: faces that none covers and that border on each other are one, and those that lead outside
 * are face 0. A hole drawn outside its plot encloses nothing.
 */
function emptyPlaces({ plane: { faces, faceOf }, inputsOf }: InputArrangement): (face: number) => number {
  const parent = Int32Array.from({ length: faces }, (_, face) => face)
  const top = (face: number): number => {
    let at = face
    while (parent[at]! !== at) at = parent[at] = parent[parent[at]!]!
    return at
  }
  for (let h = 0; h < faceOf.length; h += 2) {
    const [a, b] = [faceOf[h]!, faceOf[h ^ 1]!]
    if (inputsOf(a).length > 0 || inputsOf(b).length > 0) continue
    const [low, high] = [top(a), top(b)].sort((p, q) => p - q) as [number, number]
    parent[high] = low
  }
  return top
}

/** What the group leaves open may be the land of a feature that is not in it. */
function isEmpty(set: PolygonSet, face: MultiPolygon, known: Set<number>, find: Find): boolean {
  return !find(boundingBox(face)).some((feature) => !known.has(feature) && startsInside(set, feature, face))
}
