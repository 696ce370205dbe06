import { regionWhere } from '../arrangement/overlay-faces.ts'
import { boundingBox, boxesMeet } from '../measures/bounding-box.ts'
import type { MultiPolygon } from '../types.ts'

/** What `subject` covers and none of `others` does. @throws RangeError as `overlayFaces` */
export function difference(subject: MultiPolygon, others: MultiPolygon[]): MultiPolygon {
  const box = boundingBox(subject)
  const near = others.filter((other) => boxesMeet(box, boundingBox(other)))
  return regionWhere([subject, ...near], (inputs) => inputs.length === 1 && inputs[0] === 0)
}
