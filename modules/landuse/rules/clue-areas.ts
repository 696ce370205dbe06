import { zoneOfEpsg } from '../../../kernel/geometry/gauss-kruger.ts'
import type { OverlayInput } from '../../../kernel/geometry/overlay-faces.ts'
import { roundHalfUp } from '../../../kernel/geometry/round-half-up.ts'
import { type AreaMeasure, tabulate } from '../../../kernel/geometry/tabulate.ts'
import type { MultiPolygon } from '../../../kernel/geometry/types.ts'

export type AreaKey = Record<string, string | number | null>

/** One row of a clue's area table; both legal areas in m². `covered` false: what the layer leaves free. */
export type AreaRow = { layer: string; covered: boolean; key: AreaKey; ellipsoidal: number; planar: number }

export type CoveringFeature = { key: AreaKey; geometry: MultiPolygon }

const measures: { planar: AreaMeasure; ellipsoidal: AreaMeasure } = {
  planar: { kind: 'planar' },
  ellipsoidal: { kind: 'ellipsoidal', zone: zoneOfEpsg(4524)! },
}

type Legal = { ellipsoidal: number; planar: number }

/**
 * 套合: how much of a clue lies in which class and owner of a layer. Rows add up to the legal areas of the clue to
 * 0.01 m²: what rounding leaves over is given to the largest rows (largest remainder), what the layer does not cover is
 * a row of its own. Features that overlap each other each count whole.
 */
export function clueAreas(layer: string, geometry: MultiPolygon, legal: Legal, features: CoveringFeature[]): AreaRow[] {
  const keys = features.map(({ key }) => JSON.stringify(key))
  const inputs = features.map((feature, id): OverlayInput<number> => ({ id, geometry: feature.geometry }))
  const planar = byKey(geometry, inputs, keys, measures.planar)
  const ellipsoidal = byKey(geometry, inputs, keys, measures.ellipsoidal)
  const names = [...planar.keys()].sort((a, b) => planar.get(b)! - planar.get(a)! || (a < b ? -1 : 1))
  const planarCents = level(
    legal.planar,
    names.map((name) => planar.get(name)!),
  )
  const ellipsoidalCents = level(
    legal.ellipsoidal,
    names.map((name) => ellipsoidal.get(name) ?? 0),
  )
  const rows = names.map((name, i) => ({
    layer,
    covered: true,
    key: JSON.parse(name) as AreaKey,
    ellipsoidal: ellipsoidalCents.parts[i]!,
    planar: planarCents.parts[i]!,
  }))
  const free = { ellipsoidal: ellipsoidalCents.rest, planar: planarCents.rest }
  const isFree = free.ellipsoidal > 0 || free.planar > 0
  return isFree ? [...rows, { layer, covered: false, key: {}, ...free }] : rows
}

function byKey(clue: MultiPolygon, features: OverlayInput<number>[], keys: string[], measure: AreaMeasure) {
  const sums = new Map<string, number>()
  for (const { feature, area } of tabulate([{ id: 0, geometry: clue }], features, measure)) {
    sums.set(keys[feature]!, (sums.get(keys[feature]!) ?? 0) + area)
  }
  return sums
}

/** A gap smaller than this (m²) is rounding, not ground that a layer leaves free. */
const LEAST_FREE = 0.05

/** Rounds parts to 0.01 so that they and the rest make the whole; the rest is 0 where only rounding is left over. */
function level(whole: number, areas: number[]): { parts: number[]; rest: number } {
  const exactRest = whole - areas.reduce((sum, area) => sum + area, 0)
  const rest = exactRest > LEAST_FREE || areas.length === 0 ? roundHalfUp(Math.max(0, exactRest), 2) : 0
  const cents = areas.map((area) => Math.round(roundHalfUp(area, 2) * 100))
  let over = Math.round((whole - rest) * 100) - cents.reduce((sum, cent) => sum + cent, 0)
  // Overlapping features make more than the whole: then each keeps its own area.
  if (exactRest < -LEAST_FREE) over = 0
  const order = areas
    .map((area, i) => ({ i, left: area * 100 - cents[i]! }))
    .sort((a, b) => (over > 0 ? b.left - a.left : a.left - b.left) || a.i - b.i)
  for (let k = 0; over !== 0 && order.length > 0; k++) {
    const step = Math.sign(over)
    cents[order[k % order.length]!.i]! += step
    over -= step
  }
  return { parts: cents.map((cent) => cent / 100), rest }
}
