import { featureGeometry } from '../flat/feature-geometry.ts'
import { featureCount, type PolygonSet } from '../flat/polygon-set.ts'
import { spatialOrder } from '../flat/spatial-order.ts'
import { unroundedEllipsoidalArea } from '../measures/ellipsoidal-area.ts'
import type { Zone } from '../projection/gauss-kruger.ts'
import { type AreaRows, bySubject, RowBuilder } from './area-rows.ts'
import { ellipsoidalMeasure } from './areal-scale.ts'
import { MomentSum } from './moment-sum.ts'
import { PlanarSum } from './planar-sum.ts'
import type { PreparedLayer } from './prepared-layer.ts'
import { Profile } from './profile.ts'
import { walkFeature } from './walk-feature.ts'

/** Both areas are wanted where the zone is told; only then coordinates must be metres of that Gauss-Krüger zone. */
export type TabulateOptions = { zone?: Zone }

/**
 * How much of each subject lies in each feature of a layer, m², unrounded, without making
 * the pieces: area(P ∩ Q) = ∮ of Q over A(x, y), the amount of P below y at x. No topology is asked for, so shared and
 * collinear edges, holes, parts and doubled features need no care; a pair that only touches has no row. A row depends on
 * its subject and its feature only, to the last bit. Geometries must be sound (`soundSet`).
 * Planar rows over a coverage add up to the subject to some 10⁻¹³ of its box. Ellipsoidal rows are multiplied by
 * (official area of the subject) / (what the areal scale makes of it), a factor within 1 ± 10⁻⁷, so they add up to that.
 */
export function tabulateSets(subjects: PolygonSet, layer: PreparedLayer, { zone }: TabulateOptions = {}): AreaRows {
  return bySubject([tabulateSome(subjects, spatialOrder(subjects), layer, zone)], featureCount(subjects))
}

/** The rows of these subjects, in the order they are given. */
export function tabulateSome(subjects: PolygonSet, places: Uint32Array, layer: PreparedLayer, zone?: Zone): AreaRows {
  const rows = new RowBuilder(zone !== undefined)
  const profile = new Profile()
  const measure = zone ? ellipsoidalMeasurer(layer, profile, zone) : planarMeasurer(layer, profile)
  for (const subject of places) {
    const found = featuresNear(layer, subjects.boxes, subject)
    if (found.length > 0) measure(subjects, subject, found, rows)
  }
  return rows.finish()
}

function featuresNear({ index }: PreparedLayer, boxes: Float64Array, subject: number): number[] {
  const minX = boxes[4 * subject]!
  const minY = boxes[4 * subject + 1]!
  const maxX = boxes[4 * subject + 2]!
  const maxY = boxes[4 * subject + 3]!
  if (!index || !(minX < maxX && minY < maxY)) return []
  const found = index.search(minX, minY, maxX, maxY)
  return found.length > 1 ? found.sort((a, b) => a - b) : found
}

type Measurer = (subjects: PolygonSet, subject: number, found: number[], rows: RowBuilder) => void

function planarMeasurer({ set, chunks }: PreparedLayer, profile: Profile): Measurer {
  const sum = new PlanarSum()
  return (subjects, subject, found, rows) => {
    sum.begin(profile.load(subjects, subject))
    for (const feature of found) {
      sum.sum = 0
      walkFeature(profile, set, chunks, feature, sum)
      if (sum.sum > noise(profile, set.boxes, feature)) rows.add(subject, feature, sum.sum, 0)
    }
  }
}

function ellipsoidalMeasurer({ set, chunks }: PreparedLayer, profile: Profile, zone: Zone): Measurer {
  const sum = new MomentSum()
  return (subjects, subject, found, rows) => {
    sum.begin(profile.load(subjects, subject))
    const { originX, originY, width, height } = profile
    const measure = ellipsoidalMeasure([originX, originY, originY + height], zone)
    sum.addLeft(width, 1)
    const official = unroundedEllipsoidalArea(featureGeometry(subjects, subject), zone)
    const factor = sum.sum > 0 ? official / measure(sum) : 1
    for (const feature of found) {
      sum.clear()
      walkFeature(profile, set, chunks, feature, sum)
      if (sum.sum > noise(profile, set.boxes, feature)) rows.add(subject, feature, sum.sum, factor * measure(sum))
    }
  }
}

/** What rounding can leave of a mere touch: some last bits of the heights, over the width of the smaller. */
function noise({ width, height }: Profile, boxes: Float64Array, feature: number): number {
  return 1e-12 * height * Math.min(width, boxes[4 * feature + 2]! - boxes[4 * feature]!)
}
