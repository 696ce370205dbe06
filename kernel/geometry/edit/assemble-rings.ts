import { prepareLayer } from '../areas/prepared-layer.ts'
import { tabulateSets } from '../areas/tabulate-sets.ts'
import { setOf } from '../flat/set-of.ts'
import { planarArea } from '../measures/planar-area.ts'
import { soundSet } from '../sound/sound-set.ts'
import type { MultiPolygon, Ring } from '../types.ts'
import { directRings } from './direct-rings.ts'

/**
 * Makes polygons of loose closed rings by containment, not by their order: a ring inside an odd number of others is a
 * hole of the smallest of them. `crossing` gives the places of two rings that overlap only in part.
 */
export function assembleRings(rings: Ring[]): { geometry: MultiPolygon } | { crossing: [number, number] } {
  const areas = rings.map((ring) => planarArea([[ring]]))
  const set = soundSet(setOf(rings.map((ring) => [[ring]])))
  const { subjects, features, planar } = tabulateSets(set, prepareLayer(set))
  const within: number[][] = rings.map(() => [])
  for (let row = 0; row < planar.length; row++) {
    const i = subjects[row]!
    const j = features[row]!
    if (i >= j || planar[row]! <= 0.01) continue
    const [small, large] = areas[i]! <= areas[j]! ? [i, j] : [j, i]
    if (areas[small]! - planar[row]! > 0.01) return { crossing: [i, j] }
    within[small]!.push(large)
  }
  const polygons = new Map(rings.flatMap((ring, i) => (within[i]!.length % 2 === 0 ? [[i, [ring]]] : [])))
  rings.forEach((ring, i) => {
    if (within[i]!.length % 2 === 0) return
    const parent = within[i]!.reduce((best, other) => (areas[other]! < areas[best]! ? other : best))
    polygons.get(parent)?.push(ring)
  })
  return { geometry: [...polygons.values()].map(directRings) }
}
