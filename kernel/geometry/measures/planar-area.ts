import type { MultiPolygon, Polygon, Ring } from '../types.ts'

/**
 * Shoelace area in m², positive when the ring runs counter-clockwise (x = easting, y = northing). Coordinates are
 * taken relative to the first vertex: with 8-digit eastings the raw products lose about 0.02 m² to cancellation.
 */
export function signedRingArea(ring: Ring): number {
  const first = ring[0]
  if (!first) return 0
  let twice = 0
  let previousX = 0
  let previousY = 0
  for (let i = 1; i < ring.length; i++) {
    const x = ring[i]![0] - first[0]
    const y = ring[i]![1] - first[1]
    twice += previousX * y - x * previousY
    previousX = x
    previousY = y
  }
  return twice / 2
}

function polygonArea(polygon: Polygon): number {
  return polygon.reduce((sum, ring, i) => sum + (i === 0 ? 1 : -1) * Math.abs(signedRingArea(ring)), 0)
}

/** 图形面积 in m², unrounded: outer rings less holes, whatever way the rings run. Parts are assumed not to overlap. */
export function planarArea(geometry: MultiPolygon): number {
  return geometry.reduce((sum, polygon) => sum + polygonArea(polygon), 0)
}
