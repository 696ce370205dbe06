import type { AreaRows } from '../geometry/areas/area-rows.ts'
import { areasByClass } from '../geometry/areas/areas-by-class.ts'
import type { AreaRow, Areas } from './area-row.ts'
import { roundToTotal } from './largest-remainder.ts'
import type { NamedFeatures } from './named-features.ts'
import { sortRows } from './row-order.ts'

/** Less than this (m²) is what rounding leaves between neighbours, not land the layer leaves free. */
export const LEAST_FREE = 0.05

/** The rows from … to of an area table, all of one subject. */
export type SubjectRows = { rows: AreaRows; from: number; to: number }

export const planarSum = ({ rows, from, to }: SubjectRows): number =>
  rows.planar.subarray(from, to).reduce((sum, area) => sum + area, 0)

/**
 * How much of the subject lies in which features, by their keys. Rows and what is free add up to `total` exactly; features
 * must not overlap each other.
 */
export function areaTable(
  { subject, total }: { subject: string; total: Areas },
  layer: string,
  { rows, from, to }: SubjectRows,
  { ids, keys, classOf, numberOf }: NamedFeatures,
): AreaRow[] {
  const own: AreaRows = {
    subjects: rows.subjects.subarray(from, to),
    features: rows.features.subarray(from, to).map(numberOf),
    planar: rows.planar.subarray(from, to),
    ellipsoidal: rows.ellipsoidal?.subarray(from, to),
  }
  const { classes, planar, ellipsoidal } = areasByClass(own, classOf)
  const table = Array.from(classes, (class_, k): AreaRow => {
    const features = own.features.filter((feature) => classOf[feature] === class_).sort()
    const ofFeatures = { key: keys[features[0]!]!, features: Array.from(features, (feature) => ids[feature]!) }
    return { subject, layer, covered: true, ...ofFeatures, planar: planar[k]!, ellipsoidal: ellipsoidal![k]! }
  })
  return roundRows(subject, total, layer, sortRows(table))
}

function roundRows(subject: string, total: Areas, layer: string, rows: AreaRow[]): AreaRow[] {
  const free = {
    planar: total.planar - rows.reduce((sum, row) => sum + row.planar, 0),
    ellipsoidal: total.ellipsoidal - rows.reduce((sum, row) => sum + row.ellipsoidal, 0),
  }
  if (free.planar > LEAST_FREE || rows.length === 0)
    rows.push({ subject, layer, covered: false, key: {}, features: [], ...free })
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
