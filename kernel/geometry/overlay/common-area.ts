import { prepareLayer } from '../areas/prepared-layer.ts'
import { tabulateSets } from '../areas/tabulate-sets.ts'
import { setOf } from '../flat/set-of.ts'
import type { MultiPolygon } from '../types.ts'

/** Area common to two sound geometries, without making it. */
export function commonArea(a: MultiPolygon, b: MultiPolygon): number {
  return tabulateSets(setOf([a]), prepareLayer(setOf([b]))).planar[0] ?? 0
}
