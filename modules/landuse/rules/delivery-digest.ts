import { canonicalJson } from '../../../kernel/crypto/canonical-json.ts'
import { sm3 } from '../../../kernel/crypto/sm3.ts'
import type { MultiPolygon } from '../../../kernel/geometry/types.ts'
import type { SourceAttributes } from './read-clue.ts'

/** SM3 of one row as delivered: attributes and coordinates, whatever file they came in. */
export function rowDigest(attributes: SourceAttributes, geometry: MultiPolygon | null): string {
  // Coordinates as text: canonical JSON has no word for the NaN of a broken row.
  const coordinates = geometry?.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => `${x} ${y}`).join()))
  return sm3(canonicalJson({ attributes, coordinates: coordinates ?? null }))
}

/** The same set of rows in any order is the same delivery. */
export const deliveryDigest = (rowDigests: readonly string[]): string => sm3([...rowDigests].sort().join('\n'))
