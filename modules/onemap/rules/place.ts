import {
  gaussKrugerForward,
  gaussKrugerInverse,
  type Zone,
  zoneOfEpsg,
} from '../../../kernel/geometry/projection/gauss-kruger.ts'
import type { Box, MultiPolygon, Position } from '../../../kernel/geometry/types.ts'

/** The map's pages speak longitude and latitude (CGCS2000, degrees); the layers are stored in 3-degree zone 36. */
export const workingZone = zoneOfEpsg(4524) as Zone

export const toDegrees = (geometry: MultiPolygon): MultiPolygon =>
  eachPosition(geometry, (at) => gaussKrugerInverse(at, workingZone))
export const toMetres = (geometry: MultiPolygon): MultiPolygon =>
  eachPosition(geometry, (at) => gaussKrugerForward(at, workingZone))

/** West, south, east, north of a box in metres; away from the central meridian it stands askew on the graticule. */
export function boxInDegrees(box: Box): Box {
  const corners = rectangle([box[0], box[1]], [box[2], box[3]]).map((at) => gaussKrugerInverse(at, workingZone))
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

const eachPosition = (geometry: MultiPolygon, turn: (at: Position) => Position): MultiPolygon =>
  geometry.map((polygon) => polygon.map((ring) => ring.map(turn)))

/** «x,y», «x,y,x,y» or a closed ring «x,y;x,y;…» in degrees as an area in metres; a point becomes a square of 1 mm. */
export function readPlace(text: string): MultiPolygon | undefined {
  const numbers = text.split(/[,;]/).map(Number)
  if (numbers.length < 2 || numbers.length % 2 !== 0 || numbers.some((value) => !Number.isFinite(value)))
    return undefined
  const positions = Array.from(
    { length: numbers.length / 2 },
    (_, i): Position => [numbers[2 * i]!, numbers[2 * i + 1]!],
  )
  if (positions.length === 1) return toMetres([[square(positions[0]!, 5e-9)]])
  if (positions.length === 2) return toMetres([[rectangle(positions[0]!, positions[1]!)]])
  const first = positions[0]!
  const last = positions.at(-1)!
  const closed = first[0] === last[0] && first[1] === last[1] ? positions : [...positions, first]
  return closed.length >= 4 ? toMetres([[closed]]) : undefined
}

const square = ([x, y]: Position, half: number) => rectangle([x - half, y - half], [x + half, y + half])

const rectangle = ([west, south]: Position, [east, north]: Position): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]
