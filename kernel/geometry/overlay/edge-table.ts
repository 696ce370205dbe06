import { boundingBox } from '../measures/bounding-box.ts'
import { signedRingArea } from '../measures/planar-area.ts'
import type { Box, MultiPolygon } from '../types.ts'

/**
 * The non-vertical edges of one geometry as flat quadruples x1, y1, x2, y2 with x1 < x2, and a sign: +1 where the area
 * lies below the edge, −1 where it lies above. The area is then the signed sum of what lies under the edges.
 */
export type EdgeTable = { box: Box; count: number; coordinates: Float64Array; sign: Int32Array }

/** Coordinates are written relative to (originX, originY); rings may run either way, outer rings add and holes deduct. @throws RangeError */
export function edgeTable(geometry: MultiPolygon, originX: number, originY: number): EdgeTable {
  const size = geometry.flat().reduce((sum, ring) => sum + ring.length, 0)
  const [minX, minY, maxX, maxY] = boundingBox(geometry)
  const box: Box = [minX - originX, minY - originY, maxX - originX, maxY - originY]
  const table = emptyEdgeTable(box, size)
  for (const polygon of geometry) {
    polygon.forEach((ring, r) => {
      // A counter-clockwise ring has its area below the edges that run back, to smaller x.
      const below = signedRingArea(ring) > 0 === (r === 0) ? -1 : 1
      for (let i = 1; i < ring.length; i++) {
        const ax = ring[i - 1]![0] - originX
        const ay = ring[i - 1]![1] - originY
        const bx = ring[i]![0] - originX
        const by = ring[i]![1] - originY
        if (!Number.isFinite(ax + ay)) throw new RangeError(`coordinate ${ring[i - 1]} is not finite`)
        if (ax < bx) addEdge(table, ax, ay, bx, by, below)
        else if (bx < ax) addEdge(table, bx, by, ax, ay, -below)
      }
    })
  }
  return table
}

export function emptyEdgeTable(box: Box, size: number): EdgeTable {
  return { box, count: 0, coordinates: new Float64Array(4 * size), sign: new Int32Array(size) }
}

export function addEdge(table: EdgeTable, ax: number, ay: number, bx: number, by: number, sign: number): void {
  const at = 4 * table.count
  table.coordinates[at] = ax
  table.coordinates[at + 1] = ay
  table.coordinates[at + 2] = bx
  table.coordinates[at + 3] = by
  table.sign[table.count++] = sign
}
