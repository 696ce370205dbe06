import { boundingBox, boxesMeet } from '../geometry/measures/bounding-box.ts'
import { tabulate } from '../geometry/overlay/tabulate.ts'
import type { Zone } from '../geometry/projection/gauss-kruger.ts'
import type { LayerDefinition } from '../layers/definition.ts'
import type { AreaRow, Areas, LayerFeature, Subject } from './area-row.ts'
import { cutPieces, rowsOfPieces } from './cut-pieces.ts'
import { roundToTotal } from './largest-remainder.ts'
import { keyText, sortRows } from './row-order.ts'

/** Less than this (m²) is what rounding leaves between neighbours, not land the layer leaves free. */
const LEAST_FREE = 0.05

/**
 * How much of the subject lies in which features, by their keys, without making pieces. Rows and what is free add up to `total`
 * exactly, unless features overlap each other: then the pieces are made after all, because land is to count once in a row.
 */
export function areaTable(
  subject: Subject,
  total: Areas,
  layer: LayerDefinition,
  features: LayerFeature[],
  zone: Zone,
): AreaRow[] {
  const planar = tabulate([subject], asInputs(features), { kind: 'planar' })
  const met = planar.map(({ feature }) => feature)
  const sum = planar.reduce((all, { area }) => all + area, 0)
  const overlapping = sum > total.planar + LEAST_FREE || (layer.topology === 'independent' && overlapEachOther(met))
  if (overlapping) return rowsOfPieces(cutPieces(subject, total, layer.name, met, zone))
  const ellipsoidal = tabulate([subject], asInputs(met), { kind: 'ellipsoidal', zone })
  return roundRows(subject, total, layer.name, sumByKey(subject, layer.name, planar, ellipsoidal))
}

const asInputs = (features: LayerFeature[]) => features.map((feature) => ({ id: feature, geometry: feature.geometry }))

type Measured = { feature: LayerFeature; area: number }[]

function sumByKey({ id: subject }: Subject, layer: string, planar: Measured, ellipsoidal: Measured): AreaRow[] {
  const rows = new Map<string, AreaRow>()
  for (const { feature, area } of planar) {
    const name = keyText(feature.key)
    const empty = { subject, layer, covered: true, key: feature.key, features: [], planar: 0, ellipsoidal: 0 }
    const row = rows.get(name) ?? empty
    row.planar += area
    row.features.push(feature.id)
    rows.set(name, row)
  }
  for (const { feature, area } of ellipsoidal) rows.get(keyText(feature.key))!.ellipsoidal += area
  for (const row of rows.values()) row.features.sort((a, b) => a - b)
  return [...rows.values()]
}

function roundRows(subject: Subject, total: Areas, layer: string, covered: AreaRow[]): AreaRow[] {
  const free = {
    planar: total.planar - covered.reduce((sum, row) => sum + row.planar, 0),
    ellipsoidal: total.ellipsoidal - covered.reduce((sum, row) => sum + row.ellipsoidal, 0),
  }
  const rows = sortRows(covered)
  if (free.planar > LEAST_FREE || rows.length === 0) {
    rows.push({ subject: subject.id, layer, covered: false, key: {}, features: [], ...free })
  }
  const planar = roundToTotal(
    rows.map((row) => row.planar),
    total.planar,
  )
  const ellipsoidal = roundToTotal(
    rows.map((row) => row.ellipsoidal),
    total.ellipsoidal,
  )
  return rows
    .map((row, k) => ({ ...row, planar: planar[k]!, ellipsoidal: ellipsoidal[k]! }))
    .filter((row) => row.planar > 0 || row.ellipsoidal > 0)
}

function overlapEachOther(features: LayerFeature[]): boolean {
  const boxes = features.map(({ geometry }) => boundingBox(geometry))
  return features.some((feature, i) => {
    const others = features.filter((_, j) => j > i && boxesMeet(boxes[i]!, boxes[j]!))
    const inputs = others.map((other) => ({ id: other.id, geometry: other.geometry }))
    return tabulate([{ id: feature.id, geometry: feature.geometry }], inputs, { kind: 'planar' }).some(
      ({ area }) => area > LEAST_FREE,
    )
  })
}
