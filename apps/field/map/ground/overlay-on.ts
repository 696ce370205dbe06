import { prepareLayer } from '../../../../kernel/geometry/areas/prepared-layer.ts'
import { setOf } from '../../../../kernel/geometry/flat/set-of.ts'
import { boundingBox } from '../../../../kernel/geometry/measures/bounding-box.ts'
import { planarArea } from '../../../../kernel/geometry/measures/planar-area.ts'
import { difference } from '../../../../kernel/geometry/overlay/difference.ts'
import { soundSet } from '../../../../kernel/geometry/sound/sound-set.ts'
import type { MultiPolygon } from '../../../../kernel/geometry/types.ts'
import type { Attributes } from '../../../../kernel/layers/feature.ts'
import { layerNamed } from '../../../../kernel/layers/registry.ts'
import { batchOf, overlayLayer } from '../../../../kernel/overlay/overlay-layer.ts'
import { classesOf } from '../../../../kernel/overlay/row-order.ts'
import { featuresInBox, openedPackages } from '../packages/open-packages.ts'
import type { Beside, LayerFeature, OverlayAnswer } from '../packages/worker-api.ts'
import { classFieldsOf } from './class-fields.ts'

/** Less of a shape (m²) outside what is held is what rounding leaves along a border. */
const LEAST_OUTSIDE = 0.01

/** 套合 of one shape with layers held on this phone (SH122): the server's own engine, so the same figures; metres. */
export async function overlayOn(
  shape: MultiPolygon,
  layers: readonly string[],
  beside: Beside | null,
): Promise<OverlayAnswer> {
  const batch = batchOf([{ id: 'shape', geometry: shape }])
  const answer: OverlayAnswer = { total: batch.totals[0]!, rows: [], missing: [] }
  const isIn = (grounds: MultiPolygon[]) => planarArea(difference(shape, grounds)) < LEAST_OUTSIDE
  const inPackages = isIn(openedPackages().map(({ edition }) => edition.manifest.ground))
  const inTask = beside !== null && isIn([beside.ground])
  for (const name of layers) {
    if (inPackages) {
      const features = await featuresInBox(boundingBox(shape), [name], Number.POSITIVE_INFINITY)
      answer.rows.push(...(await tabulate(batch, name, features)))
    } else if (inTask && beside.layers.includes(name)) {
      const features = beside.features.filter(({ layer }) => layer === name)
      answer.rows.push(...(await tabulate(batch, name, features)))
    } else answer.missing.push(name)
  }
  return answer
}

async function tabulate(batch: ReturnType<typeof batchOf>, name: string, features: LayerFeature[]) {
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
