import { prepareLayer } from '../../../../kernel/geometry/areas/prepared-layer.ts'
import { setOf } from '../../../../kernel/geometry/flat/set-of.ts'
import { soundSet } from '../../../../kernel/geometry/sound/sound-set.ts'
import type { Attributes } from '../../../../kernel/layers/feature.ts'
import { layerNamed } from '../../../../kernel/layers/registry.ts'
import type { AreaRow } from '../../../../kernel/overlay/area-row.ts'
import { type Batch, overlayLayer } from '../../../../kernel/overlay/overlay-layer.ts'
import { classesOf } from '../../../../kernel/overlay/row-order.ts'
import type { LayerFeature } from '../packages/worker-api.ts'
import { classFieldsOf } from './class-fields.ts'

/** The area table of a layer from features held on this phone, in whatever order they lie. */
export async function tabulateFeatures(batch: Batch, name: string, features: LayerFeature[]): Promise<AreaRow[]> {
  const definition = layerNamed(name)
  const by = classFieldsOf(name)
  const layer = prepareLayer(soundSet(setOf(features.map(({ geometry }) => geometry))))
  const { rows } = await overlayLayer(
    batch,
    { definition, layer, name: async (met) => named(features, met, by) },
    false,
  )
  return rows
}

/** As the server names features (kernel/overlay/named-features.ts), from what was read with them. */
function named(features: readonly LayerFeature[], met: ReadonlySet<number>, by: readonly string[]) {
  const places = [...met].sort((a, b) => features[a]!.id - features[b]!.id)
  const numbers = new Map(places.map((place, number) => [place, number]))
  const keys = places.map(
    (place) => Object.fromEntries(by.map((field) => [field, features[place]!.attributes[field] ?? null])) as Attributes,
  )
  return {
    ids: places.map((place) => features[place]!.id),
    keys,
    classOf: classesOf(keys),
    numberOf: (place: number) => numbers.get(place)!,
  }
}
