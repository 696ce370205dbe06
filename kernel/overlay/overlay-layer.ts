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
import type { LayerDefinition } from '../layers/definition.ts'
import type { AreaRow, Areas, Piece, Subject } from './area-row.ts'
import { areaTable, LEAST_FREE, planarSum, type SubjectRows } from './area-table.ts'
import { cutPieces, namePieces, rowsOfPieces } from './cut-pieces.ts'
import type { NamedFeatures } from './named-features.ts'

/** Subjects asked about together, with their official areas; subject k is feature k of the set. */
export type Batch = { ids: string[]; totals: Areas[]; set: PolygonSet }

/** @param srid of the layers: it says in which zone the coordinates are metres */
export function batchOf(subjects: readonly Subject[], srid = 4524): Batch {
  const zone = zoneOfEpsg(srid)!
  return {
    ids: subjects.map(({ id }) => id),
    totals: subjects.map(({ geometry }) => ({
      planar: roundHalfUp(planarArea(geometry), 2),
      ellipsoidal: ellipsoidalArea(geometry, zone),
    })),
    set: soundSet(setOf(subjects.map(({ geometry }) => geometry))),
  }
}

/** Features of a layer by their places in its set; `name` tells identifiers and values of those that were met. */
export type Ground = {
  definition: Pick<LayerDefinition, 'name' | 'srid' | 'topology'>
  layer: PreparedLayer
  name(met: ReadonlySet<number>): Promise<NamedFeatures>
}

/**
 * 套合 of some subjects with one layer, wherever its features come from: the database of the server, or the package of a phone.
 * The same features give the same figures, in whatever order they lie.
 */
export async function overlayLayer(
  batch: Batch,
  { definition, layer, name }: Ground,
  split: boolean,
): Promise<{ rows: AreaRow[]; pieces: Piece[] }> {
  const zone = zoneOfEpsg(definition.srid)!
  const rows = tabulateSets(batch.set, layer, { zone })
  const measured = rowsBySubject(rows, batch.ids.length)
  const overlapping = definition.topology === 'independent' ? overlaps(layer, rows) : undefined
  // Land under two features is to count once in a row: then the pieces are needed after all.
  const cut = measured.map((own, place) =>
    split || planarSum(own) > batch.totals[place]!.planar + LEAST_FREE || overlapping?.(own)
      ? cutPieces(batch.set, place, layer)
      : undefined,
  )
  const met = new Set([...rows.features, ...cut.flatMap((pieces) => pieces?.covers.flat() ?? [])])
  const named = await name(met)
  const result: { rows: AreaRow[]; pieces: Piece[] } = { rows: [], pieces: [] }
  for (const [place, own] of measured.entries()) {
    const subject = { subject: batch.ids[place]!, total: batch.totals[place]! }
    const pieces = cut[place] && namePieces(subject, cut[place], definition.name, named, zone)
    if (split && pieces) result.pieces.push(...pieces)
    result.rows.push(...(pieces ? rowsOfPieces(pieces) : areaTable(subject, definition.name, own, named)))
  }
  return result
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
