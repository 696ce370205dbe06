import { prepareLayer } from '../areas/prepared-layer.ts'
import type { OverlayInput } from '../arrangement/overlay-faces.ts'
import { featureGeometry } from '../flat/feature-geometry.ts'
import { setOf } from '../flat/set-of.ts'
import { splitSets } from '../pieces/split-sets.ts'
import { soundSet } from '../sound/sound-set.ts'
import type { MultiPolygon } from '../types.ts'

/** A piece of the subject and the features that cover it; none: the piece lies outside the layer. */
export type Piece<Id> = { geometry: MultiPolygon; features: Id[] }

/**
 * 套合图形制作: `splitSets` for one nested subject in metres and a few features, which need not be sound. Features that
 * overlap each other give pieces with several ids.
 * @throws RangeError when a coordinate is not finite or too far out, TooTangled as `soundSet`
 */
export function split<Id>(subject: MultiPolygon, layer: OverlayInput<Id>[]): Piece<Id>[] {
  const sound = (geometries: MultiPolygon[]) => soundSet(setOf(geometries))
  const { set, subjects, coverStart, covers } = splitSets(
    sound([subject]),
    prepareLayer(sound(layer.map(({ geometry }) => geometry))),
  )
  return Array.from(subjects, (_, i) => ({
    geometry: featureGeometry(set, i),
    features: Array.from(covers.subarray(coverStart[i]!, coverStart[i + 1]!), (feature) => layer[feature]!.id),
  }))
}
