import type { Trx } from '../db/database.ts'
import { ellipsoidalArea } from '../geometry/measures/ellipsoidal-area.ts'
import { planarArea } from '../geometry/measures/planar-area.ts'
import { roundHalfUp } from '../geometry/measures/round-half-up.ts'
import { zoneOfEpsg } from '../geometry/projection/gauss-kruger.ts'
import { layerNamed } from '../layers/registry.ts'
import type { AreaRow, Areas, Piece, Subject } from './area-row.ts'
import { areaTable } from './area-table.ts'
import { candidates, type LayerQuestion } from './candidates.ts'
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

/**
 * 套合: how much of each subject lies in what, per layer, and (with `split`) which pieces. Both legal areas are given: ellipsoidal
 * for land survey, planar for cadastre. Rows of a subject and a layer add up to the subject's area to 0.01 m², free land
 * included, unless features of the layer overlap. Subjects are valid areas in the layers' CRS. Nothing depends on their order.
 * Throws a Refusal for an unknown layer.
 */
export async function overlay(trx: Trx, { subjects, layers, split = false }: OverlayRequest): Promise<OverlayResult> {
  const result: OverlayResult = { totals: [], rows: [], pieces: [] }
  for (let start = 0; start < subjects.length; start += BATCH) {
    const batch = subjects
      .slice(start, start + BATCH)
      .map((subject) => ({ subject, total: measure(subject, layers[0]) }))
    result.totals.push(...batch.map(({ subject, total }) => ({ subject: subject.id, ...total })))
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
  batch: { subject: Subject; total: Areas }[],
  question: LayerQuestion,
  split: boolean,
  result: OverlayResult,
): Promise<void> {
  const layer = layerNamed(question.layer)
  const zone = zoneOfEpsg(layer.srid)!
  const subjects = batch.map(({ subject }) => subject)
  const featuresUnder = await candidates(trx, subjects, question)
  for (const { subject, total } of batch) {
    const features = featuresUnder(subject)
    const pieces = split ? cutPieces(subject, total, layer.name, features, zone) : []
    result.pieces.push(...pieces)
    result.rows.push(...(split ? rowsOfPieces(pieces) : areaTable(subject, total, layer, features, zone)))
  }
}
