import { boundingBox, boxesMeet } from '../geometry/bounding-box.ts'
import type { Zone } from '../geometry/gauss-kruger.ts'
import { tabulate } from '../geometry/tabulate.ts'
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
  layer: string,
  features: LayerFeature[],
  zone: Zone,
): AreaRow[] {
  const inputs = features.map((feature) => ({ id: feature, geometry: feature.geometry }))
  const planar = tabulate([subject], inputs, { kind: 'planar' })
  const met = planar.map(({ feature }) => feature)
  if (overlapEachOther(met)) return rowsOfPieces(cutPieces(subject, total, layer, met, zone))
  const ellipsoidal = tabulate(
    [subject],
    met.map((feature) => ({ id: feature, geometry: feature.geometry })),
    { kind: 'ellipsoidal', zone },
  )
  const rows = new Map<string, AreaRow>()
  const rowOf = ({ key }: LayerFeature) => {
    const name = keyText(key)
    const row = rows.get(name) ?? {
      subject: subject.id,
      layer,
      covered: true,
      key,
      features: [],
      planar: 0,
      ellipsoidal: 0,
    }
    rows.set(name, row)
    return row
  }
  for (const { feature, area } of planar) {
    rowOf(feature).planar += area
    rowOf(feature).features.push(feature.id)
  }
  for (const { feature, area } of ellipsoidal) rowOf(feature).ellipsoidal += area
  for (const row of rows.values()) row.features.sort((a, b) => a - b)
  return roundRows(subject, total, layer, [...rows.values()])
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
