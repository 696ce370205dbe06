import { regionWhere } from '../arrangement/overlay-faces.ts'
import type { MultiPolygon } from '../types.ts'

/** What any of the geometries covers, without the borders between them. @throws RangeError as `overlayFaces` */
export function union(geometries: MultiPolygon[]): MultiPolygon {
  return regionWhere(geometries, (inputs) => inputs.length > 0)
}
