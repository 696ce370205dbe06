import { featureGeometry } from '../flat/feature-geometry.ts'
import { featureCount, type PolygonSet } from '../flat/polygon-set.ts'
import { SetBuilder } from '../flat/set-builder.ts'
import { type FillRule, resolveFill } from './fill-rule.ts'
import { isSound } from './is-sound.ts'

/**
 * The set with every feature that is not sound replaced by what the rule says it encloses; the same set where all are.
 * Features keep their places; one that encloses nothing becomes empty.
 * @throws TooTangled where rings cross themselves so often that no boundary can be meant
 */
export function soundSet(set: PolygonSet, rule: FillRule = 'even-odd'): PolygonSet {
  const count = featureCount(set)
  let firstUnsound = 0
  while (firstUnsound < count && isSound(set, firstUnsound)) firstUnsound++
  if (firstUnsound === count) return set
  const memory = set.coordinates.buffer instanceof ArrayBuffer ? 'own' : 'shared'
  const builder = new SetBuilder(memory, set.coordinates.length / 2)
  for (let feature = 0; feature < count; feature++) {
    if (feature < firstUnsound || isSound(set, feature)) builder.addFrom(set, feature)
    else builder.add(resolveFill(featureGeometry(set, feature), rule))
  }
  return builder.finish()
}
