import { unroundedEllipsoidalArea } from '../geometry/measures/ellipsoidal-area.ts'
import { planarArea } from '../geometry/measures/planar-area.ts'
import { split } from '../geometry/overlay/split.ts'
import type { Zone } from '../geometry/projection/gauss-kruger.ts'
import type { AreaRow, Areas, LayerFeature, Piece, Subject } from './area-row.ts'
import { roundToTotal } from './largest-remainder.ts'
import { keyText, sortRows } from './row-order.ts'

/** 套合图形制作: the subject cut along the features; areas of the pieces add up to the subject's. */
export function cutPieces(
  subject: Subject,
  total: Areas,
  layer: string,
  features: LayerFeature[],
  zone: Zone,
): Piece[] {
  const pieces = split(
    subject.geometry,
    features.map((feature) => ({ id: feature, geometry: feature.geometry })),
  )
  const planar = roundToTotal(
    pieces.map(({ geometry }) => planarArea(geometry)),
    total.planar,
  )
  const ellipsoidal = roundToTotal(
    pieces.map(({ geometry }) => unroundedEllipsoidalArea(geometry, zone)),
    total.ellipsoidal,
  )
  return pieces.map(({ geometry, features: over }, k) => ({
    ...{ subject: subject.id, layer, geometry, planar: planar[k]!, ellipsoidal: ellipsoidal[k]! },
    features: over.map(({ id, key }) => ({ id, key })).sort((a, b) => a.id - b.id),
  }))
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
