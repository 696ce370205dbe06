import assert from 'node:assert/strict'
import { boundingBox } from '../measures/bounding-box.ts'
import { perimeter } from '../measures/perimeter.ts'
import { planarArea } from '../measures/planar-area.ts'
import { tabulate } from '../overlay/tabulate.ts'
import type { MultiPolygon, Position } from '../types.ts'

export const mapPositions = (geometry: MultiPolygon, change: (position: Position) => Position): MultiPolygon =>
  geometry.map((polygon) => polygon.map((ring) => ring.map(change)))

export const scaled = (geometry: MultiPolygon, by: number): MultiPolygon =>
  mapPositions(geometry, ([x, y]) => [x * by, y * by])

/** m² that both cover, by the area table. */
export const commonPlanarArea = (a: MultiPolygon, b: MultiPolygon): number =>
  tabulate([{ id: 0, geometry: a }], [{ id: 0, geometry: b }], { kind: 'planar' }).reduce(
    (sum, row) => sum + row.area,
    0,
  )

/** For tests only: same area, and all of it in common. The 0.1 mm grid may move every border by a cell. */
export function assertSameArea(found: MultiPolygon, expected: MultiPolygon, what: string): void {
  const tolerance = 1e-4 * (perimeter(found) + perimeter(expected)) + 1e-6
  const [foundArea, expectedArea] = [planarArea(found), planarArea(expected)]
  const both = found.length > 0 && expected.length > 0 ? commonPlanarArea(found, expected) : 0
  const difference = foundArea + expectedArea - 2 * both
  assert.ok(
    Math.abs(difference) <= tolerance && Math.abs(foundArea - expectedArea) <= tolerance,
    `${what}: ${foundArea} m², expected ${expectedArea} m², in common ${both} m²`,
  )
}

/** A power of ten, so that whole coordinates stay whole, that makes all of it at least a kilometre wide. */
export function widening(geometries: MultiPolygon[]): number {
  const [minX, minY, maxX, maxY] = boundingBox(geometries.flat())
  const extent = Math.max(maxX - minX, maxY - minY)
  return extent > 0 ? 10 ** Math.max(0, Math.ceil(3 - Math.log10(extent))) : 1
}
