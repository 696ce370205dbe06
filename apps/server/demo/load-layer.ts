import type { Database } from '../../../kernel/db/database.ts'
import { inTransaction } from '../../../kernel/db/database.ts'
import { ellipsoidalArea } from '../../../kernel/geometry/measures/ellipsoidal-area.ts'
import { planarArea } from '../../../kernel/geometry/measures/planar-area.ts'
import { roundHalfUp } from '../../../kernel/geometry/measures/round-half-up.ts'
import { type Zone, zoneOfEpsg } from '../../../kernel/geometry/projection/gauss-kruger.ts'
import { importLayer } from '../../../kernel/layers/import-layer.ts'
import { layerNamed } from '../../../kernel/layers/registry.ts'
import type { DemoAttributes, DemoFeature } from '../../../tools/demo/feature.ts'

/** The base map is that of the yearly reference date (统一时点, 31 December). */
export const REFERENCE_DATE = new Date('2025-12-31T16:00:00Z')

/** Loads one demo layer with its legal areas; reports every thousand features. Returns how many there are. */
export async function loadLayer(
  { db }: Database,
  layer: string,
  features: Iterable<DemoFeature>,
  by: string,
  report: (count: number) => void,
): Promise<number> {
  const zone = zoneOfEpsg(layerNamed(layer).srid) as Zone
  function* measured() {
    let count = 0
    for (const feature of features) {
      if (++count % 1000 === 0) report(count)
      yield withAreas(layer, feature, zone)
    }
  }
  const title = `${layerNamed(layer).title.zh}初始入库`
  const loaded = await inTransaction(db, (trx) =>
    importLayer(trx, { layer, title, by, now: REFERENCE_DATE, features: measured() }),
  )
  return loaded.count
}

function withAreas(layer: string, { attributes, geometry }: DemoFeature, zone: Zone): DemoFeature {
  const { areaField, areaMethod } = layerNamed(layer)
  if (!areaField) return { attributes, geometry }
  const area = areaMethod === 'ellipsoidal' ? ellipsoidalArea(geometry, zone) : roundHalfUp(planarArea(geometry), 2)
  return { attributes: { ...attributes, [areaField]: area, ...relatedAreas(layer, area, attributes) }, geometry }
}

/** The other area fields a layer has: net of ridges for patches, the surveyed beside the computed area for units. */
function relatedAreas(layer: string, area: number, { KCXS }: DemoAttributes): DemoAttributes {
  if (layer === 'DLTB') return netArea(area, Number(KCXS ?? 0))
  if (layer === 'XZQ' || layer === 'CJDCQ') return { DCMJ: area }
  if (layer !== 'YJJBNT') return {}
  const { KCMJ, TBDLMJ } = netArea(area, Number(KCXS ?? 0))
  return { KCMJ, YJJBNTMJ: TBDLMJ }
}

/** KCMJ = round(TBMJ × KCXS, 2); TBDLMJ = TBMJ − KCMJ (TD/T 1057). */
function netArea(area: number, ratio: number): { KCMJ: number; TBDLMJ: number } {
  const deducted = roundHalfUp(area * ratio, 2)
  return { KCMJ: deducted, TBDLMJ: roundHalfUp(area - deducted, 2) }
}
