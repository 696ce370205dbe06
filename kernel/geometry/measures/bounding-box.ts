import type { Box, MultiPolygon } from '../types.ts'

/** The box of all vertices. Nothing at all gives [∞, ∞, −∞, −∞], which meets no box and adds nothing to one. */
export function boundingBox(geometry: MultiPolygon): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const polygon of geometry) {
    for (const ring of polygon) {
      for (const [x, y] of ring) {
        if (x < box[0]) box[0] = x
        if (y < box[1]) box[1] = y
        if (x > box[2]) box[2] = x
        if (y > box[3]) box[3] = y
      }
    }
  }
  return box
}

/** Whether two boxes share at least a point. */
export function boxesMeet(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
}
