import { boundingBox } from '../../geometry/measures/bounding-box.ts'
import type { MultiPolygon, Position } from '../../geometry/types.ts'
import type { DeliveryRow } from '../delivery.ts'
import { expectedKey, readBox, readingKey } from './recognise.ts'
import { findSystem } from './systems.ts'

/** Beyond this no metre, foot or degree on Earth lies; it also catches the shapefile «no data» of -1e39. */
const FARTHEST = 1e9

const reject = (row: DeliveryRow, code: string, params: Record<string, string | number>): DeliveryRow => ({
  ...row,
  rejected: { code, params },
})

function findVertex(
  geometry: MultiPolygon,
  wanted: (position: Position) => boolean,
): { index: number; position: Position } | undefined {
  let index = 0
  for (const ring of geometry.flat()) {
    for (const position of ring) {
      index++
      if (wanted(position)) return { index, position }
    }
  }
  return undefined
}

/** Rejects a row with a coordinate that is no number or lies nowhere on Earth. */
export function checkNumbers(row: DeliveryRow): DeliveryRow {
  if (!row.geometry || row.rejected) return row
  const broken = findVertex(row.geometry, ([x, y]) => !Number.isFinite(x) || !Number.isFinite(y))
  if (broken) return reject({ ...row, geometry: null }, 'formats.row.not-a-number', { vertex: broken.index })
  const huge = findVertex(row.geometry, ([x, y]) => Math.abs(x) > FARTHEST || Math.abs(y) > FARTHEST)
  if (!huge) return row
  const [x, y] = huge.position
  return reject({ ...row, geometry: null }, 'formats.row.huge', { vertex: huge.index, x, y })
}

/** Swapping the axes mirrors a ring; read backwards it runs as the sender drew it. */
const swap = (geometry: MultiPolygon): MultiPolygon =>
  geometry.map((polygon) => polygon.map((ring) => ring.map(([x, y]): Position => [y, x]).reverse()))

/** A row none of whose readings fits: one vertex gone astray is named, otherwise the row only lies far away. */
function checkUnclear(row: DeliveryRow, expected: string): DeliveryRow {
  const box = (position: Position) => readBox([...position, ...position])
  const fits = findVertex(row.geometry!, (position) => readingKey(box(position)) === expected)
  const stray = findVertex(row.geometry!, (position) => readingKey(box(position)) !== expected)
  if (!stray) return row
  const [x, y] = stray.position
  if (fits) return reject(row, 'formats.row.stray-vertex', { vertex: stray.index, x, y })
  return { ...row, findings: [...row.findings, { code: 'formats.row.outside', row: row.row, params: { x, y } }] }
}

/**
 * Holds one row against the system of the delivery: swapped axes are put right and reported; a row that is plainly in
 * another system (degrees among metres, another zone) is rejected, because its place would be wrong.
 */
export function checkRow(row: DeliveryRow, epsg: number): DeliveryRow {
  const system = findSystem(epsg)
  const expected = system && expectedKey(system)
  if (!row.geometry || row.rejected || !expected) return row
  const reading = readBox(boundingBox(row.geometry))
  if (reading.kind === 'unclear') return checkUnclear(row, expected)
  if (readingKey(reading) !== expected)
    return reject(row, 'formats.row.other-crs', { found: readingKey(reading), expected })
  if (!reading.swapped) return row
  const finding = { code: 'formats.row.axes-swapped', row: row.row }
  return { ...row, geometry: swap(row.geometry), findings: [...row.findings, finding] }
}
