import { prepareLayer } from '../areas/prepared-layer.ts'
import { tabulateSets } from '../areas/tabulate-sets.ts'
import type { OverlayInput } from '../arrangement/overlay-faces.ts'
import { setOf } from '../flat/set-of.ts'
import type { Zone } from '../projection/gauss-kruger.ts'
import { soundSet } from '../sound/sound-set.ts'

export type AreaRow<Subject, Feature> = { subject: Subject; feature: Feature; area: number }
export type AreaMeasure = { kind: 'planar' } | { kind: 'ellipsoidal'; zone: Zone }

/**
 * `tabulateSets` for a few nested geometries, which need not be sound: rings that cross themselves enclose what they go
 * round an odd number of times. Rows come by subject, then by feature, in the order given.
 * @throws RangeError when a coordinate is not finite, TooTangled as `soundSet`
 */
export function tabulate<Subject, Feature>(
  subjects: OverlayInput<Subject>[],
  features: OverlayInput<Feature>[],
  measure: AreaMeasure,
): AreaRow<Subject, Feature>[] {
  const sound = (inputs: OverlayInput<unknown>[]) => soundSet(setOf(inputs.map(({ geometry }) => geometry)))
  const zone = measure.kind === 'ellipsoidal' ? measure.zone : undefined
  const rows = tabulateSets(sound(subjects), prepareLayer(sound(features)), { zone })
  const areas = rows.ellipsoidal ?? rows.planar
  return Array.from(areas, (area, i) => ({
    subject: subjects[rows.subjects[i]!]!.id,
    feature: features[rows.features[i]!]!.id,
    area,
  }))
}
