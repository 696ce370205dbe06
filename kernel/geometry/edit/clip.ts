import { boundingBox, boxesMeet } from '../measures/bounding-box.ts'
import { intersection } from '../overlay/intersection.ts'
import type { Box, MultiPolygon } from '../types.ts'
import { directRings } from './direct-rings.ts'

/**
 * What of an area lies in a window: a box (a map sheet, a tile) or another area (a village). An area wholly inside the
 * box keeps its vertices to the last bit; what is cut lies on the 0.1 mm grid.
 * @throws RangeError when a coordinate is not finite or too far out
 */
export function clip(geometry: MultiPolygon, window: Box | MultiPolygon): MultiPolygon {
  if (!isBox(window)) return intersection(geometry, window)
  const [minX, minY, maxX, maxY] = boundingBox(geometry)
  if (!boxesMeet([minX, minY, maxX, maxY], window)) return []
  if (minX >= window[0] && minY >= window[1] && maxX <= window[2] && maxY <= window[3]) return geometry.map(directRings)
  return intersection(geometry, asArea(window))
}

const isBox = (window: Box | MultiPolygon): window is Box => typeof window[0] === 'number'

const asArea = ([minX, minY, maxX, maxY]: Box): MultiPolygon => [
  [[[minX, minY], [maxX, minY], [maxX, maxY], [minX, maxY], [minX, minY]]], // biome-ignore format: one row
]
