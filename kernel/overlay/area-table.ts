import type { AreaRows } from '../geometry/areas/area-rows.ts'
import type { AreaRow, Areas } from './area-row.ts'
import type { Candidates } from './candidates.ts'
import { roundToTotal } from './largest-remainder.ts'
import { keyText, sortRows } from './row-order.ts'

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
  subject: string,
  total: Areas,
  layer: string,
  measured: SubjectRows,
  { ids, keys }: Pick<Candidates, 'ids' | 'keys'>,
): AreaRow[] {
  const { rows, from, to } = measured
  const table = new Map<string, AreaRow>()
  for (let i = from; i < to; i++) {
    const key = keys[rows.features[i]!]!
    const name = keyText(key)
    const row = table.get(name) ?? { subject, layer, covered: true, key, features: [], planar: 0, ellipsoidal: 0 }
    row.planar += rows.planar[i]!
    row.ellipsoidal += rows.ellipsoidal![i]!
    row.features.push(ids[rows.features[i]!]!)
    table.set(name, row)
  }
  return roundRows(subject, total, layer, sortRows([...table.values()]))
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
