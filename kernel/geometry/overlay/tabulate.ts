import Flatbush from 'flatbush'
import type { OverlayInput } from '../arrangement/overlay-faces.ts'
import { boundingBox } from '../measures/bounding-box.ts'
import { unroundedEllipsoidalArea } from '../measures/ellipsoidal-area.ts'
import type { Zone } from '../projection/gauss-kruger.ts'
import type { Box, MultiPolygon } from '../types.ts'
import { type AreaScale, areaScale } from './area-scale.ts'
import { areaUnderEdges, commonArea } from './common-area.ts'
import { type EdgeTable, edgeTable } from './edge-table.ts'

export type AreaRow<Subject, Feature> = { subject: Subject; feature: Feature; area: number }
export type AreaMeasure = { kind: 'planar' } | { kind: 'ellipsoidal'; zone: Zone }

/**
 * How much of each subject lies in each feature, in m², unrounded, without making the pieces. Rows come by subject,
 * then by feature, in the order given; a pair that only touches has no row. Over a coverage without gaps the rows of a
 * subject add up to its area: planar to about 10⁻⁶ m²; ellipsoidal likewise, because the areas found by integrating
 * the projection's scale are multiplied by (official area of the subject) / (its integral), a factor 1 ± 10⁻⁷ at most.
 * An ellipsoidal row agrees with the official formula on the piece's geometry to 0.01 m² up to some 300 m across; the
 * formula takes edges of 70 m as straight in B and L, which for pieces of kilometres is worth up to 10⁻⁷ of the area.
 * Each row does not depend on the other subjects or features. Geometries should be valid (`repairPolygon`).
 * @throws RangeError when a coordinate is not finite
 */
export function tabulate<Subject, Feature>(
  subjects: OverlayInput<Subject>[],
  features: OverlayInput<Feature>[],
  measure: AreaMeasure,
): AreaRow<Subject, Feature>[] {
  const find = featureFinder(features)
  const tableOf = tableKeeper(features)
  const rows: AreaRow<Subject, Feature>[] = []
  for (const { id: subject, geometry } of subjects) {
    const box = boundingBox(geometry)
    const areaWith = subjectMeasure(geometry, box, measure, tableOf)
    for (const i of find(box)) {
      const area = areaWith(i)
      if (area > 0) rows.push({ subject, feature: features[i]!.id, area })
    }
  }
  return rows
}

function featureFinder(features: OverlayInput<unknown>[]): (box: Box) => number[] {
  if (features.length === 0) return () => []
  const index = new Flatbush(features.length)
  for (const { geometry } of features) index.add(...boundingBox(geometry))
  index.finish()
  return (box) => index.search(...box).sort((a, b) => a - b)
}

type TableOf = (feature: number, originX: number, originY: number) => EdgeTable

/** Origins of edge tables lie on this lattice, metres, so that neighbouring subjects can share the table of a feature. */
const LATTICE = 2 ** 17
/** Tables of features with more vertices than this are kept; for small ones the memory would cost more than the work. */
const LARGE = 500

function tableKeeper(features: OverlayInput<unknown>[]): TableOf {
  const kept = new Map<string, EdgeTable>()
  return (feature, originX, originY) => {
    const name = `${feature},${originX},${originY}`
    const known = kept.get(name)
    if (known) return known
    const table = edgeTable(features[feature]!.geometry, originX, originY)
    if (table.count > LARGE) kept.set(name, table)
    return table
  }
}

/** Measures what the subject has in common with a feature; nothing here depends on the other subjects or features. */
function subjectMeasure(geometry: MultiPolygon, box: Box, measure: AreaMeasure, tableOf: TableOf) {
  const originX = Math.floor(box[0] / LATTICE) * LATTICE
  const originY = Math.floor(box[1] / LATTICE) * LATTICE
  const subject = edgeTable(geometry, originX, originY)
  const common = (feature: number, scale?: AreaScale) => {
    const other = tableOf(feature, originX, originY)
    const area = commonArea(subject, other, scale)
    return area > noise(subject, other) ? area : 0
  }
  if (measure.kind === 'planar') return common
  const scale = areaScale(box, measure.zone, originX, originY)
  const integral = areaUnderEdges(subject, scale)
  const factor = integral > 0 ? unroundedEllipsoidalArea(geometry, measure.zone) / integral : 1
  return (feature: number) => factor * common(feature, scale)
}

/** What rounding can leave of a mere touch, m²: a few last bits of the area of the common window. */
function noise({ box: a }: EdgeTable, { box: b }: EdgeTable): number {
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0])
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1])
  return 1e-6 + 1e-13 * Math.max(0, width) * Math.max(0, height)
}
