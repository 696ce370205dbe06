import { gaussKrugerForward, gaussKrugerInverse } from '../geometry/projection/gauss-kruger.ts'
import { fromWebMercator, toWebMercator } from '../geometry/projection/web-mercator.ts'
import type { MultiPolygon, Position } from '../geometry/types.ts'
import { invalid, Refusal } from '../problems/problem.ts'
import { type CoordinateSystem, findSystem } from './crs/systems.ts'

const systemOf = (epsg: number): CoordinateSystem => {
  const system = findSystem(epsg)
  if (!system) throw new Refusal(invalid('formats.crs.unsupported', { crs: `EPSG:${epsg}` }))
  return system
}

function toDegrees(position: Position, system: CoordinateSystem): Position {
  if (system.kind === 'geographic') return position
  return system.kind === 'web-mercator' ? fromWebMercator(position) : gaussKrugerInverse(position, system)
}

function fromDegrees(position: Position, system: CoordinateSystem): Position {
  if (system.kind === 'geographic') return position
  return system.kind === 'web-mercator' ? toWebMercator(position) : gaussKrugerForward(position, system)
}

/** Zones that differ only by the number in front of the easting: a shift keeps every digit. */
const sameMeridian = (from: CoordinateSystem, to: CoordinateSystem) =>
  from.kind === 'gauss-kruger' && to.kind === 'gauss-kruger' && from.centralMeridian === to.centralMeridian

/**
 * Vertices moved from one system to another, unrounded (nanometres within a zone); x = easting or longitude. CGCS2000
 * and WGS 84 are taken as the same datum: they differ by less than 0.2 m, the error of the devices that deliver WGS 84.
 * Refuses systems that need a registered transform (`formats.crs.unsupported`).
 */
export function reproject(geometry: MultiPolygon, fromEpsg: number, toEpsg: number): MultiPolygon {
  if (fromEpsg === toEpsg) return geometry
  const [from, to] = [systemOf(fromEpsg), systemOf(toEpsg)]
  const shift = to.falseEasting - from.falseEasting
  const move = sameMeridian(from, to)
    ? ([x, y]: Position): Position => [x + shift, y]
    : (position: Position) => fromDegrees(toDegrees(position, from), to)
  return geometry.map((polygon) => polygon.map((ring) => ring.map(move)))
}
