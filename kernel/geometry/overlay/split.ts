import { facesWhere, type OverlayInput } from '../arrangement/overlay-faces.ts'
import { boundingBox, boxesMeet } from '../measures/bounding-box.ts'
import type { MultiPolygon } from '../types.ts'

/** A piece of the subject and the features that cover it; none: the piece lies outside the layer. */
export type Piece<Id> = { geometry: MultiPolygon; features: Id[] }

/**
 * 套合图形制作: cuts the subject along the features of a layer (or of several together). Pieces add up to the subject on
 * the grid exactly; features that overlap each other give pieces with several ids.
 * @throws RangeError as `overlayFaces`
 */
export function split<Id>(subject: MultiPolygon, layer: OverlayInput<Id>[]): Piece<Id>[] {
  const box = boundingBox(subject)
  const near = layer.filter(({ geometry }) => boxesMeet(box, boundingBox(geometry)))
  const inputs = [{ id: undefined as Id | undefined, geometry: subject }, ...near]
  return facesWhere(inputs, (covering) => covering[0] === 0).map(({ geometry, inputs: ids }) => ({
    geometry,
    features: ids.slice(1) as Id[],
  }))
}
