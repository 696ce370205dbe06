import type { MultiPolygon } from '../types.ts'
import { collectRegions } from './collect-regions.ts'
import { type Arrangement, arrange } from './faces.ts'
import { coveringParts, ringRoles } from './ring-roles.ts'

export type OverlayInput<Id> = { id: Id; geometry: MultiPolygon }
export type OverlayFace<Id> = { geometry: MultiPolygon; inputs: Id[] }

/** The arrangement of several inputs, with the inputs (places in the list, ascending) that cover each face. */
export type InputArrangement = { plane: Arrangement; inputsOf: (face: number) => readonly number[] }

export function arrangeInputs(geometries: MultiPolygon[]): InputArrangement {
  const inputOfPart = geometries.flatMap((geometry, input) => geometry.map(() => input))
  const parts = geometries.flat()
  const roles = ringRoles(parts)
  const plane = arrange(parts.flat())
  const known = new Map<readonly number[], readonly number[]>()
  const inputsOf = (face: number) => {
    const rings = plane.ringsRound[face]!
    let inputs = known.get(rings)
    if (!inputs) {
      inputs = [...new Set(coveringParts(rings, roles).map((part) => inputOfPart[part]!))]
      known.set(rings, inputs)
    }
    return inputs
  }
  return { plane, inputsOf }
}

/** The area where `wanted` holds of the inputs that cover it, as one geometry. */
export function regionWhere(geometries: MultiPolygon[], wanted: (inputs: readonly number[]) => boolean): MultiPolygon {
  const { plane, inputsOf } = arrangeInputs(geometries)
  const regionOf = Int32Array.from({ length: plane.faces }, (_, face) => (wanted(inputsOf(face)) ? 0 : -1))
  return collectRegions(plane, regionOf, 1)[0]!
}

/**
 * Cuts the plane along all inputs and gives one geometry for each set of inputs that covers something together. All of
 * overlay follows from this. Vertices lie on the 0.1 mm grid and are shared by neighbours; nothing depends on the order
 * of the inputs but the order of ids within a face. A part covers what its outer ring goes round an odd number of times
 * and none of its holes does; parts of one input may overlap.
 * @throws RangeError when a coordinate is not finite or beyond 2·10¹¹ m
 */
export function overlayFaces<Id>(inputs: OverlayInput<Id>[]): OverlayFace<Id>[] {
  return facesWhere(inputs, () => true)
}

/** As `overlayFaces`, only the faces whose covering inputs (places in the list) are wanted. */
export function facesWhere<Id>(
  inputs: OverlayInput<Id>[],
  wanted: (inputs: readonly number[]) => boolean,
): OverlayFace<Id>[] {
  const { plane, inputsOf } = arrangeInputs(inputs.map(({ geometry }) => geometry))
  const regions = new Map<string, { region: number; inputs: readonly number[] }>()
  const regionOf = Int32Array.from({ length: plane.faces }, (_, face) => {
    const covering = inputsOf(face)
    if (covering.length === 0 || !wanted(covering)) return -1
    const name = covering.join()
    const found = regions.get(name) ?? { region: regions.size, inputs: covering }
    regions.set(name, found)
    return found.region
  })
  const geometries = collectRegions(plane, regionOf, regions.size)
  return [...regions.values()]
    .map(({ region, inputs: covering }) => ({
      geometry: geometries[region]!,
      inputs: covering.map((input) => inputs[input]!.id),
    }))
    .sort((a, b) => comparePlace(a.geometry, b.geometry))
}

/** By leftmost vertex, then by the vertex after it: no two faces share both. */
function comparePlace(a: MultiPolygon, b: MultiPolygon): number {
  for (const k of [0, 1]) {
    const [ax, ay] = a[0]![0]![k]!
    const [bx, by] = b[0]![0]![k]!
    if (ax !== bx || ay !== by) return ax - bx || ay - by
  }
  return 0
}
