import type { Box } from '../../../../kernel/geometry/types.ts'
import { areaToPlane, placeToDegrees } from '../../../../modules/fieldwork/rules/plane.ts'
import { ask } from '../../../ui/api.ts'
import type { AnswerOf } from '../../../ui/api-types.ts'
import { askWorker } from '../packages/ask-worker.ts'
import type { LayerFeature } from '../packages/worker-api.ts'

const MOST = 600

type Identified = AnswerOf<'onemap.identify'>

/** Features of some layers in a box (metres): of the packages, and where those have nothing, of the server. */
export async function groundIn(box: Box, layers: readonly string[]): Promise<LayerFeature[]> {
  const kept = await askWorker('inBox', [box, layers, MOST])
  if (kept.length > 0) return kept
  const [west, south] = placeToDegrees([box[0], box[1]])
  const [east, north] = placeToDegrees([box[2], box[3]])
  const { found } = await ask<Identified>('onemap.identify', { place: [west, south, east, north].join(), layers: [...layers] }) // biome-ignore format: one row
  return featuresOf(found)
}

/** What the server found, as the packages tell it. */
export const featuresOf = (found: Identified['found']): LayerFeature[] =>
  found.flatMap(({ layer, rows }) =>
    rows.map(({ id, version, attributes, geometry }) => ({
      ...{ layer, id, version, attributes },
      geometry: areaToPlane(geometry.coordinates as never),
    })),
  )
