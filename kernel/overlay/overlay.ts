import type { Trx } from '../db/database.ts'
import type { AreaRows } from '../geometry/areas/area-rows.ts'
import { type PreparedLayer, prepareLayer } from '../geometry/areas/prepared-layer.ts'
import { tabulateSets } from '../geometry/areas/tabulate-sets.ts'
import type { PolygonSet } from '../geometry/flat/polygon-set.ts'
import { SetBuilder } from '../geometry/flat/set-builder.ts'
import { setOf } from '../geometry/flat/set-of.ts'
import { ellipsoidalArea } from '../geometry/measures/ellipsoidal-area.ts'
import { planarArea } from '../geometry/measures/planar-area.ts'
import { roundHalfUp } from '../geometry/measures/round-half-up.ts'
import { zoneOfEpsg } from '../geometry/projection/gauss-kruger.ts'
import { soundSet } from '../geometry/sound/sound-set.ts'
import { layerNamed } from '../layers/registry.ts'
import type { AreaRow, Areas, Piece, Subject } from './area-row.ts'
import { areaTable, LEAST_FREE, planarSum, type SubjectRows } from './area-table.ts'
import { candidates } from './candidates.ts'
import { cutPieces, namePieces, rowsOfPieces } from './cut-pieces.ts'
import { nameFeatures } from './named-features.ts'

/** `by`: the fields whose values make the rows; none gives one row for all that is covered. */
export type LayerQuestion = { layer: string; asOf?: Date; by: readonly string[] }

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
  batch: Batch,
  { layer: name, asOf, by }: LayerQuestion,
  split: boolean,
  result: OverlayResult,
): Promise<void> {
  const layer = layerNamed(name)
  const zone = zoneOfEpsg(layer.srid)!
  const features = await candidates(trx, batch.set, layer, asOf)
  const rows = tabulateSets(batch.set, features.layer, { zone })
  const measured = rowsBySubject(rows, batch.ids.length)
  const overlapping = layer.topology === 'independent' ? overlaps(features.layer, rows) : undefined
  // Land under two features is to count once in a row: then the pieces are needed after all.
  const cut = measured.map((own, place) =>
    split || planarSum(own) > batch.totals[place]!.planar + LEAST_FREE || overlapping?.(own)
      ? cutPieces(batch.set, place, features.layer)
      : undefined,
  )
  const met = new Set([...rows.features, ...cut.flatMap((pieces) => pieces?.covers.flat() ?? [])])
  const named = await nameFeatures(trx, layer, features, met, by)
  for (const [place, own] of measured.entries()) {
    const subject = { subject: batch.ids[place]!, total: batch.totals[place]! }
    const pieces = cut[place] && namePieces(subject, cut[place], name, named, zone)
    if (split && pieces) result.pieces.push(...pieces)
    result.rows.push(...(pieces ? rowsOfPieces(pieces) : areaTable(subject, name, own, named)))
  }
}

function rowsBySubject(rows: AreaRows, count: number): SubjectRows[] {
  let to = 0
  return Array.from({ length: count }, (_, place) => {
    const from = to
    while (to < rows.subjects.length && rows.subjects[to] === place) to++
    return { rows, from, to }
  })
}

/** Tells whether any two of the features a subject lies in overlap each other, anywhere. */
function overlaps({ set }: PreparedLayer, { features }: AreaRows): (own: SubjectRows) => boolean {
  const places = [...new Set(features)]
  const builder = new SetBuilder()
  for (const place of places) builder.addFrom(set, place)
  const met = builder.finish()
  const common = tabulateSets(met, prepareLayer(met))
  const pairs = new Map<number, Set<number>>()
  for (let i = 0; i < common.planar.length; i++) {
    const [a, b] = [places[common.subjects[i]!]!, places[common.features[i]!]!]
    if (a !== b && common.planar[i]! > LEAST_FREE) pairs.set(a, (pairs.get(a) ?? new Set()).add(b))
  }
  return ({ rows, from, to }) => {
    const own = rows.features.subarray(from, to)
    return own.some((a) => own.some((b) => pairs.get(a)?.has(b) ?? false))
  }
}
