import type { Trx } from '../db/database.ts'
import { tabulateSets } from '../geometry/areas/tabulate-sets.ts'
import type { PolygonSet } from '../geometry/flat/polygon-set.ts'
import { setOf } from '../geometry/flat/set-of.ts'
import { ellipsoidalArea } from '../geometry/measures/ellipsoidal-area.ts'
import { planarArea } from '../geometry/measures/planar-area.ts'
import { roundHalfUp } from '../geometry/measures/round-half-up.ts'
import { zoneOfEpsg } from '../geometry/projection/gauss-kruger.ts'
import { soundSet } from '../geometry/sound/sound-set.ts'
import { layerNamed } from '../layers/registry.ts'
import type { AreaRow, Areas, Piece, Subject } from './area-row.ts'
import { areaTable, LEAST_FREE, planarSum, type SubjectRows } from './area-table.ts'
import { type Candidates, candidates, type LayerQuestion } from './candidates.ts'
import { cutPieces, rowsOfPieces } from './cut-pieces.ts'

export type OverlayRequest = {
  subjects: readonly Subject[]
  layers: readonly LayerQuestion[]
  /** Make the pieces as well (图形制作); rows are then the sums of pieces. */
  split?: boolean
}

export type OverlayResult = { totals: (Areas & { subject: string })[]; rows: AreaRow[]; pieces: Piece[] }

/** One statement a layer for so many subjects: short enough not to hold up others on the embedded engine. */
const BATCH = 100

/** Subjects asked about together, with their official areas; subject k is feature k of the set. */
type Batch = { ids: string[]; totals: Areas[]; set: PolygonSet }

/**
 * 套合: how much of each subject lies in what, per layer, and (with `split`) which pieces. Both legal areas are given: ellipsoidal
 * for land survey, planar for cadastre. Rows of a subject and a layer add up to the subject's area to 0.01 m², free land
 * included, unless features of the layer overlap. Subjects are valid areas in the layers' CRS. Nothing depends on their order.
 * Throws a Refusal for an unknown layer.
 */
export async function overlay(trx: Trx, { subjects, layers, split = false }: OverlayRequest): Promise<OverlayResult> {
  const result: OverlayResult = { totals: [], rows: [], pieces: [] }
  for (let start = 0; start < subjects.length; start += BATCH) {
    const some = subjects.slice(start, start + BATCH)
    const batch: Batch = {
      ids: some.map(({ id }) => id),
      totals: some.map((subject) => measure(subject, layers[0])),
      set: soundSet(setOf(some.map(({ geometry }) => geometry))),
    }
    result.totals.push(...batch.totals.map((total, k) => ({ subject: batch.ids[k]!, ...total })))
    for (const question of layers) await overlayLayer(trx, batch, question, split, result)
  }
  return result
}

function measure({ geometry }: Subject, question?: LayerQuestion): Areas {
  const zone = zoneOfEpsg(question ? layerNamed(question.layer).srid : 4524)!
  return { planar: roundHalfUp(planarArea(geometry), 2), ellipsoidal: ellipsoidalArea(geometry, zone) }
}

async function overlayLayer(
  trx: Trx,
  { ids, totals, set }: Batch,
  question: LayerQuestion,
  split: boolean,
  result: OverlayResult,
): Promise<void> {
  const { name, srid, topology } = layerNamed(question.layer)
  const zone = zoneOfEpsg(srid)!
  const found = await candidates(trx, set, question)
  const rows = tabulateSets(set, found.layer, { zone })
  const overlapping = topology === 'independent' ? overlaps(found) : undefined
  for (let place = 0, from = 0; place < ids.length; place++) {
    let to = from
    while (to < rows.subjects.length && rows.subjects[to] === place) to++
    const measured = { rows, from, to }
    const subject = { subject: ids[place]!, total: totals[place]!, place }
    // Land under two features is to count once in a row: then the pieces are needed after all.
    const needsPieces = split || planarSum(measured) > subject.total.planar + LEAST_FREE || (overlapping?.(measured) ?? false) // biome-ignore format: one row
    const pieces = needsPieces ? cutPieces(subject, set, name, found, zone) : []
    if (split) result.pieces.push(...pieces)
    result.rows.push(
      ...(needsPieces ? rowsOfPieces(pieces) : areaTable(subject.subject, subject.total, name, measured, found)),
    )
    from = to
  }
}

/** Tells whether any two of the features a subject lies in overlap each other, anywhere. */
function overlaps({ layer }: Candidates): (measured: SubjectRows) => boolean {
  const { subjects, features, planar } = tabulateSets(layer.set, layer)
  const pairs = new Map<number, Set<number>>()
  for (let i = 0; i < planar.length; i++) {
    const [a, b] = [subjects[i]!, features[i]!]
    if (a < b && planar[i]! > LEAST_FREE) pairs.set(a, (pairs.get(a) ?? new Set()).add(b))
  }
  return ({ rows, from, to }) => {
    const met = rows.features.subarray(from, to)
    return met.some((a) => met.some((b) => pairs.get(a)?.has(b) ?? false))
  }
}
