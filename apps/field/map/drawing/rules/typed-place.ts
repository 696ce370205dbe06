import type { Position } from '../../../../../kernel/geometry/types.ts'
import { placeToPlane } from '../../../../../modules/fieldwork/rules/plane.ts'

/**
 * Coordinates as people read them from a receiver: «107.7651, 32.9802» in degrees, «36478512.3 3650500.8» in metres of zone 36
 * (with or without the zone's number, either order of axes). In metres of EPSG:4524; undefined for what is neither.
 */
export function typedPlace(text: string): Position | undefined {
  const numbers =
    text
      .normalize('NFKC')
      .match(/-?\d+(?:\.\d+)?/g)
      ?.map(Number) ?? []
  if (numbers.length !== 2) return undefined
  const [a, b] = numbers as Position
  const degrees = inDegrees(a, b) ?? inDegrees(b, a)
  if (degrees) return placeToPlane(degrees)
  return inMetres(a, b) ?? inMetres(b, a)
}

/** China lies between 73° and 136° east, 3° and 54° north. */
const inDegrees = (longitude: number, latitude: number): Position | undefined =>
  longitude >= 73 && longitude <= 136 && latitude >= 3 && latitude <= 54 ? [longitude, latitude] : undefined

const ZONE = 36_000_000

function inMetres(easting: number, northing: number): Position | undefined {
  if (northing < 300_000 || northing > 6_000_000) return undefined
  const local = easting >= ZONE ? easting - ZONE : easting
  return local >= 200_000 && local <= 800_000 && (easting >= ZONE || northing > 1_000_000)
    ? [ZONE + local, northing]
    : undefined
}
