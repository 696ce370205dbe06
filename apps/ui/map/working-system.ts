import {
  gaussKrugerForward,
  gaussKrugerInverse,
  type Zone,
  zoneOfEpsg,
} from '../../../kernel/geometry/projection/gauss-kruger.ts'
import type { MultiPolygon, Position } from '../../../kernel/geometry/types.ts'

/** The county's working system; the layers are stored in it. */
export const WORKING_EPSG = 4524
export const workingZone = zoneOfEpsg(WORKING_EPSG) as Zone

export const toMetres = (degrees: Position): Position => gaussKrugerForward(degrees, workingZone)
export const toDegrees = (metres: Position): Position => gaussKrugerInverse(metres, workingZone)

export const areaToMetres = (area: MultiPolygon): MultiPolygon =>
  area.map((polygon) => polygon.map((ring) => ring.map(toMetres)))
