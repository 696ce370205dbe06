import type { Position } from '../types.ts'

const RADIUS = 6378137
/** Beyond this latitude the square world map ends (EPSG:3857 tiles). */
const MAX_LATITUDE = 85.0511287798066

/** Longitude and latitude in degrees to EPSG:3857 metres; latitudes beyond ±85.05° are held at the map's edge. */
export function toWebMercator([longitude, latitude]: Position): Position {
  const held = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, latitude))
  return [(RADIUS * longitude * Math.PI) / 180, RADIUS * Math.asinh(Math.tan((held * Math.PI) / 180))]
}

/** EPSG:3857 metres to longitude and latitude in degrees. */
export function fromWebMercator([x, y]: Position): Position {
  return [((x / RADIUS) * 180) / Math.PI, (Math.atan(Math.sinh(y / RADIUS)) * 180) / Math.PI]
}
