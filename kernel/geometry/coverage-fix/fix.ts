import { planarArea } from '../measures/planar-area.ts'
import type { MultiPolygon } from '../types.ts'

/** The present geometry of a feature, by its place in the set; [] for one that is gone. */
export type GeometryOf = (feature: number) => MultiPolygon

/**
 * What a fix would do; nothing is done yet. `changed`: new geometries by feature, [] for one that is merged into
 * another. `areas`: m² of each changed feature before and after.
 */
export type Fix = {
  what: 'snap' | 'fill-gap' | 'cut-overlap' | 'clean-rings' | 'merge'
  changed: Map<number, MultiPolygon>
  areas: { feature: number; before: number; after: number }[]
}

export function fixOf(what: Fix['what'], changed: Map<number, MultiPolygon>, geometryOf: GeometryOf): Fix {
  const areas = [...changed].map(([feature, geometry]) => ({
    feature,
    before: planarArea(geometryOf(feature)),
    after: planarArea(geometry),
  }))
  return { what, changed, areas }
}
