import type { MultiPolygon, Polygon, Position } from '../types.ts'
import { boundingBox } from './bounding-box.ts'
import { planarArea } from './planar-area.ts'

/**
 * A point inside the largest part, for labels and for asking "what is here". It is the middle of the widest stretch
 * of the row half way between two neighbouring vertex rows nearest the middle of the part, so no vertex is met.
 * Undefined where there is no area.
 */
export function pointOnSurface(geometry: MultiPolygon): Position | undefined {
  let largest: Polygon | undefined
  let largestArea = 0
  for (const polygon of geometry) {
    const area = planarArea([polygon])
    if (area > largestArea) {
      largest = polygon
      largestArea = area
    }
  }
  return largest && widestStretch(largest, quietRow(largest))
}

/** The middle of the gap between vertex rows that lies nearest the middle of the box. */
function quietRow(polygon: Polygon): number {
  const [, minY, , maxY] = boundingBox([polygon])
  const middle = (minY + maxY) / 2
  let below = minY
  let above = maxY
  for (const ring of polygon) {
    for (const [, y] of ring) {
      if (y <= middle && y > below) below = y
      if (y > middle && y < above) above = y
    }
  }
  return (below + above) / 2
}

function widestStretch(polygon: Polygon, row: number): Position | undefined {
  const crossings: number[] = []
  for (const ring of polygon) {
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay] = ring[i - 1]!
      const [bx, by] = ring[i]!
      if (ay > row !== by > row) crossings.push(ax + ((row - ay) * (bx - ax)) / (by - ay))
    }
  }
  crossings.sort((a, b) => a - b)
  let best: Position | undefined
  let width = -1
  for (let i = 1; i < crossings.length; i += 2) {
    const stretch = crossings[i]! - crossings[i - 1]!
    if (stretch > width) {
      width = stretch
      best = [(crossings[i]! + crossings[i - 1]!) / 2, row]
    }
  }
  return best
}
