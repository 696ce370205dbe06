/** Circumference of the earth at the equator ÷ 512 px: MapLibre's zoom 0. Metres a pixel. */
const METRES_PER_PIXEL = 40075016.686 / 512
/** A CSS pixel is 1/96 inch. */
const METRES_OF_A_PIXEL = 0.0254 / 96
const RADIANS = Math.PI / 180

/** The denominator of the map's scale at a zoom and latitude (degrees). */
export const scaleAt = (zoom: number, latitude: number): number =>
  (METRES_PER_PIXEL * Math.cos(latitude * RADIANS)) / 2 ** zoom / METRES_OF_A_PIXEL

/** The zoom at which the map has the scale 1:`scale`. */
export const zoomFor = (scale: number, latitude: number): number => Math.log2(scaleAt(0, latitude) / scale)

/** The largest of 1, 2, 5 × 10ⁿ that is not above `most`. */
export function roundBelow(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most))
  return ([5, 2, 1].find((step) => step * power <= most * (1 + 1e-9)) ?? 1) * power
}
