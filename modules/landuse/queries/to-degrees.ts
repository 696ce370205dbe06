import { gaussKrugerInverse, zoneOfEpsg } from '../../../kernel/geometry/projection/gauss-kruger.ts'
import type { Box, MultiPolygon, Position } from '../../../kernel/geometry/types.ts'

const zone = zoneOfEpsg(4524)!

/** 10⁻⁹ degrees are a tenth of a millimetre. */
const rounded = (degrees: number) => Math.round(degrees * 1e9) / 1e9

const degreesOf = (position: Position): Position => {
  const [longitude, latitude] = gaussKrugerInverse(position, zone)
  return [rounded(longitude), rounded(latitude)]
}

export type GeoJson = { type: 'MultiPolygon'; coordinates: MultiPolygon }

/** EPSG:4524 to longitude and latitude (CGCS2000), as pages and GeoJSON want it. */
export const toGeoJson = (geometry: MultiPolygon): GeoJson => ({
  type: 'MultiPolygon',
  coordinates: geometry.map((polygon) => polygon.map((ring) => ring.map(degreesOf))),
})

/** The box around the four corners of a box in the plane. */
export function boxInDegrees([minX, minY, maxX, maxY]: Box): Box {
  const corners: Position[] = [
    [minX, minY],
    [maxX, minY],
    [maxX, maxY],
    [minX, maxY],
  ]
  const degrees = corners.map(degreesOf)
  const longitudes = degrees.map(([longitude]) => longitude)
  const latitudes = degrees.map(([, latitude]) => latitude)
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)]
}
