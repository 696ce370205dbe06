import { gaussKrugerForward, gaussKrugerInverse, zoneOfEpsg } from '../../../kernel/geometry/projection/gauss-kruger.ts'
import type { MultiPolygon, Position } from '../../../kernel/geometry/types.ts'

const zone = zoneOfEpsg(4524)!

/** Longitude and latitude to EPSG:4524, metres on the 0.1 mm grid. */
export const placeToPlane = (place: Position): Position => {
  const [x, y] = gaussKrugerForward(place, zone)
  return [Math.round(x * 1e4) / 1e4, Math.round(y * 1e4) / 1e4]
}

/** 10⁻⁹ degrees are a tenth of a millimetre. */
export const placeToDegrees = (position: Position): Position => {
  const [longitude, latitude] = gaussKrugerInverse(position, zone)
  return [Math.round(longitude * 1e9) / 1e9, Math.round(latitude * 1e9) / 1e9]
}

const each = (geometry: MultiPolygon, move: (position: Position) => Position): MultiPolygon =>
  geometry.map((polygon) => polygon.map((ring) => ring.map(move)))

export const areaToPlane = (geometry: MultiPolygon) => each(geometry, placeToPlane)
export const areaToDegrees = (geometry: MultiPolygon) => each(geometry, placeToDegrees)
