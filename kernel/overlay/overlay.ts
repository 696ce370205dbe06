import type { Trx } from '../db/database.ts'
import { layerNamed } from '../layers/registry.ts'
import type { AreaRow, Areas, Piece, Subject } from './area-row.ts'
import { candidates } from './candidates.ts'
import { nameFeatures } from './named-features.ts'
import { type Batch, batchOf, overlayLayer } from './overlay-layer.ts'

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

/**
 * 套合: how much of each subject lies in what, per layer, and (with `split`) which pieces. Both legal areas are given: ellipsoidal
 * for land survey, planar for cadastre. Rows of a subject and a layer add up to the subject's area to 0.01 m², free land
 * included, unless features of the layer overlap. Subjects are valid areas in the layers' CRS. Nothing depends on their order.
 * Throws a Refusal for an unknown layer.
 */
export async function overlay(trx: Trx, { subjects, layers, split = false }: OverlayRequest): Promise<OverlayResult> {
  const result: OverlayResult = { totals: [], rows: [], pieces: [] }
  const [first] = layers
  for (let start = 0; start < subjects.length; start += BATCH) {
    const batch = batchOf(subjects.slice(start, start + BATCH), first && layerNamed(first.layer).srid)
    result.totals.push(...batch.totals.map((total, k) => ({ subject: batch.ids[k]!, ...total })))
    for (const question of layers) {
      const { rows, pieces } = await overlayIn(trx, batch, question, split)
      result.rows.push(...rows)
      result.pieces.push(...pieces)
    }
  }
  return result
}

async function overlayIn(trx: Trx, batch: Batch, { layer: name, asOf, by }: LayerQuestion, split: boolean) {
  const definition = layerNamed(name)
  const features = await candidates(trx, batch.set, definition, asOf)
  const ground = {
    definition,
    layer: features.layer,
    name: (met: ReadonlySet<number>) => nameFeatures(trx, definition, features, met, by),
  }
  return overlayLayer(batch, ground, split)
}
