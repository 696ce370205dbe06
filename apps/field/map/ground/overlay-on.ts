import { boundingBox } from '../../../../kernel/geometry/measures/bounding-box.ts'
import { planarArea } from '../../../../kernel/geometry/measures/planar-area.ts'
import { difference } from '../../../../kernel/geometry/overlay/difference.ts'
import type { MultiPolygon } from '../../../../kernel/geometry/types.ts'
import { batchOf } from '../../../../kernel/overlay/overlay-layer.ts'
import { COMPARED, differencesOn, SURVEY } from '../../../../modules/fieldwork/rules/differences.ts'
import { featuresInBox, openedPackages } from '../packages/open-packages.ts'
import type { Beside, OverlayAnswer } from '../packages/worker-api.ts'
import { tabulateFeatures } from './tabulate-features.ts'

/** Less of a shape (m²) outside what is held is what rounding leaves along a border. */
const LEAST_OUTSIDE = 0.01

/** 套合 of one shape with layers held on this phone (SH122): the server's own engine, so the same figures; metres. */
export async function overlayOn(
  shape: MultiPolygon,
  layers: readonly string[],
  beside: Beside | null,
): Promise<OverlayAnswer> {
  const batch = batchOf([{ id: 'shape', geometry: shape }])
  const answer: OverlayAnswer = { total: batch.totals[0]!, rows: [], missing: [], differences: null }
  const isIn = (grounds: MultiPolygon[]) => planarArea(difference(shape, grounds)) < LEAST_OUTSIDE
  const inPackages = isIn(openedPackages().map(({ edition }) => edition.manifest.ground))
  const inTask = beside !== null && isIn([beside.ground])
  for (const name of layers) {
    if (inPackages) {
      const features = await featuresInBox(boundingBox(shape), [name], Number.POSITIVE_INFINITY)
      answer.rows.push(...(await tabulateFeatures(batch, name, features)))
    } else if (inTask && beside.layers.includes(name)) {
      const features = beside.features.filter(({ layer }) => layer === name)
      answer.rows.push(...(await tabulateFeatures(batch, name, features)))
    } else answer.missing.push(name)
  }
  if (inPackages) {
    const held = await featuresInBox(boundingBox(shape), COMPARED, Number.POSITIVE_INFINITY)
    answer.differences = differencesOn(shape, held, () => true)
  } else if (inTask && beside.layers.includes(SURVEY))
    answer.differences = differencesOn(shape, beside.features, (layer) => beside.layers.includes(layer))
  return answer
}
