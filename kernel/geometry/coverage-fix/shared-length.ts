import { perimeter } from '../measures/perimeter.ts'
import { union } from '../overlay/union.ts'
import type { MultiPolygon } from '../types.ts'
import { cleanParts } from './clean-parts.ts'

/** Two geometries in one, and how long the border is that vanishes between them, m. */
export function join(a: MultiPolygon, b: MultiPolygon): { joined: MultiPolygon; shared: number } {
  const joined = union([a, b])
  return { joined: cleanParts(joined).geometry, shared: (perimeter(a) + perimeter(b) - perimeter(joined)) / 2 }
}
