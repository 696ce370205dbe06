import type { PreparedLayer } from '../geometry/areas/prepared-layer.ts'
import { featureGeometry } from '../geometry/flat/feature-geometry.ts'
import type { PolygonSet } from '../geometry/flat/polygon-set.ts'
import { unroundedEllipsoidalArea } from '../geometry/measures/ellipsoidal-area.ts'
import { planarArea } from '../geometry/measures/planar-area.ts'
import { splitSets } from '../geometry/pieces/split-sets.ts'
import type { Zone } from '../geometry/projection/gauss-kruger.ts'
import type { MultiPolygon } from '../geometry/types.ts'
import type { AreaRow, Areas, Piece } from './area-row.ts'
import { roundToTotal } from './largest-remainder.ts'
import type { NamedFeatures } from './named-features.ts'
import { keyText, sortRows } from './row-order.ts'

/** Pieces of one subject before the features that cover them (places in the layer's set) have names. */
export type CutPieces = { geometries: MultiPolygon[]; covers: number[][] }

/** 套合图形制作: the subject at this place of the set cut along the features. */
export function cutPieces(subjects: PolygonSet, place: number, layer: PreparedLayer): CutPieces {
  const { set, covers, coverStart } = splitSets(subjects, layer, { from: place, to: place + 1 })
  return {
    geometries: Array.from({ length: coverStart.length - 1 }, (_, k) => featureGeometry(set, k)),
    covers: Array.from({ length: coverStart.length - 1 }, (_, k) => [
      ...covers.subarray(coverStart[k], coverStart[k + 1]),
    ]),
  }
}

/** The pieces with their features and areas, which add up to the subject's. */
export function namePieces(
  { subject, total }: { subject: string; total: Areas },
  { geometries, covers }: CutPieces,
  layer: string,
  { ids, keys, numberOf }: NamedFeatures,
  zone: Zone,
): Piece[] {
  const planar = roundToTotal(geometries.map(planarArea), total.planar)
  const ellipsoidal = roundToTotal(
    geometries.map((geometry) => unroundedEllipsoidalArea(geometry, zone)),
    total.ellipsoidal,
  )
  return geometries.map((geometry, k) => {
    const numbers = covers[k]!.map(numberOf).sort((a, b) => a - b)
    const features = numbers.map((number) => ({ id: ids[number]!, key: keys[number]! }))
    return { subject, layer, geometry, planar: planar[k]!, ellipsoidal: ellipsoidal[k]!, features }
  })
}

/** The area table of pieces: a piece under several features counts once in the row of each of their keys. */
export function rowsOfPieces(pieces: Piece[]): AreaRow[] {
  const rows = new Map<string, AreaRow>()
  for (const piece of pieces) {
    const keys = new Map(piece.features.map(({ key }) => [keyText(key), key]))
    if (piece.features.length === 0) keys.set('', {})
    for (const [name, key] of keys) {
      const row = rows.get(name) ?? emptyRow(piece, key)
      const under = piece.features.filter((feature) => keyText(feature.key) === name)
      row.features = [...new Set([...row.features, ...under.map(({ id }) => id)])].sort((a, b) => a - b)
      row.planar = add(row.planar, piece.planar)
      row.ellipsoidal = add(row.ellipsoidal, piece.ellipsoidal)
      rows.set(name, row)
    }
  }
  return sortRows([...rows.values()].filter((row) => row.planar > 0 || row.ellipsoidal > 0))
}

const emptyRow = ({ subject, layer, features }: Piece, key: AreaRow['key']): AreaRow => ({
  ...{ subject, layer, covered: features.length > 0, key, features: [], planar: 0, ellipsoidal: 0 },
})

const add = (a: number, b: number) => Math.round((a + b) * 100) / 100
