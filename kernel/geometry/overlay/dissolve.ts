import { collectRegions } from '../arrangement/collect-regions.ts'
import { arrangeInputs } from '../arrangement/overlay-faces.ts'
import type { MultiPolygon } from '../types.ts'

/**
 * Melts features of the same key into one geometry each; borders between different keys keep all their vertices on
 * both sides. Where features of different keys overlap, each key has the whole of its own.
 * @throws RangeError as `overlayFaces`
 */
export function dissolve<Key>(features: { key: Key; geometry: MultiPolygon }[]): Map<Key, MultiPolygon> {
  const { plane, inputsOf } = arrangeInputs(features.map(({ geometry }) => geometry))
  const melted = new Map<Key, MultiPolygon>()
  for (const key of new Set(features.map((feature) => feature.key))) {
    const regionOf = Int32Array.from({ length: plane.faces }, (_, face) =>
      inputsOf(face).some((input) => features[input]!.key === key) ? 0 : -1,
    )
    melted.set(key, collectRegions(plane, regionOf, 1)[0]!)
  }
  return melted
}
