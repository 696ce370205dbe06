import type { AreaRows } from '../../kernel/geometry/areas/area-rows.ts'
import { prepareLayer } from '../../kernel/geometry/areas/prepared-layer.ts'
import { tabulateSets } from '../../kernel/geometry/areas/tabulate-sets.ts'
import { splitSets } from '../../kernel/geometry/pieces/split-sets.ts'
import { zoneOfEpsg } from '../../kernel/geometry/projection/gauss-kruger.ts'
import { best, type Time } from './best.ts'
import type { Work } from './work.ts'

/** The best of several on a warm program; the layer is prepared as a table has its index. */
export type Ours = { area: Time; both: Time | null; split: Time; pieces: number; answer: Answer }

/** What programs must agree on: rows of more than `tiny`, and the sum of all. */
export type Answer = { rows: number; area: number }

export function oursOn({ key, subjects, layer, cellsPerUnit, tiny }: Work, runs: number, spend: number): Ours {
  const prepared = prepareLayer(layer)
  const zone = key === 'county' ? zoneOfEpsg(4524) : undefined
  const area = best(runs, spend, () => tabulateSets(subjects, prepared))
  const both = zone ? best(runs, spend, () => tabulateSets(subjects, prepared, { zone })) : null
  const split = best(runs, spend, () => splitSets(subjects, prepared, { cellsPerUnit }))
  return { area, both, split, pieces: split.result.subjects.length, answer: answerOf(area.result, tiny) }
}

export function answerOf({ planar }: Pick<AreaRows, 'planar'>, tiny: number): Answer {
  let [rows, area] = [0, 0]
  for (const each of planar) {
    area += each
    if (each > tiny) rows++
  }
  return { rows, area }
}
