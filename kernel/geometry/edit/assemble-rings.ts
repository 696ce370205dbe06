import { boundingBox } from '../measures/bounding-box.ts'
import { planarArea } from '../measures/planar-area.ts'
import { commonArea } from '../overlay/common-area.ts'
import { edgeTable } from '../overlay/edge-table.ts'
import type { MultiPolygon, Ring } from '../types.ts'
import { directRings } from './direct-rings.ts'

/**
 * Makes polygons of loose closed rings by containment, not by their order: a ring inside an odd number of others is a
 * hole of the smallest of them. `crossing` gives the places of two rings that overlap only in part.
 */
export function assembleRings(rings: Ring[]): { geometry: MultiPolygon } | { crossing: [number, number] } {
  const areas = rings.map((ring) => planarArea([[ring]]))
  const [originX, originY] = boundingBox([rings])
  const tables = rings.map((ring) => edgeTable([[ring]], originX, originY))
  const within: number[][] = rings.map(() => [])
  for (let i = 0; i < rings.length; i++) {
    for (let j = i + 1; j < rings.length; j++) {
      const common = commonArea(tables[i]!, tables[j]!)
      const [small, large] = areas[i]! <= areas[j]! ? [i, j] : [j, i]
      if (common <= 0.01) continue
      if (areas[small]! - common > 0.01) return { crossing: [i, j] }
      within[small]!.push(large)
    }
  }
  const polygons = new Map(rings.flatMap((ring, i) => (within[i]!.length % 2 === 0 ? [[i, [ring]]] : [])))
  rings.forEach((ring, i) => {
    if (within[i]!.length % 2 === 0) return
    const parent = within[i]!.reduce((best, other) => (areas[other]! < areas[best]! ? other : best))
    polygons.get(parent)?.push(ring)
  })
  return { geometry: [...polygons.values()].map(directRings) }
}
