import { union } from '../../kernel/geometry/overlay/union.ts'
import type { MultiPolygon } from '../../kernel/geometry/types.ts'
import type { ReadLand } from './read-land.ts'

/** The only door for other modules: land that was drawn, uploaded or belongs to a case, read and repaired (EPSG:4524, metres). */
export { Land, readLand } from './read-land.ts'

/** All of it as one area. */
export const wholeLand = ({ ranges }: ReadLand): MultiPolygon => union(ranges.map(({ geometry }) => geometry))

export { indicators, mapIndicators } from './indicators.ts'
