import { regionWhere } from '../arrangement/overlay-faces.ts'
import type { MultiPolygon } from '../types.ts'

/** What both cover. @throws RangeError as `overlayFaces` */
export function intersection(a: MultiPolygon, b: MultiPolygon): MultiPolygon {
  return regionWhere([a, b], (inputs) => inputs.length === 2)
}
