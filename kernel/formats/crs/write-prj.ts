import { invalid, Refusal } from '../../problems/problem.ts'
import { type CoordinateSystem, findSystem } from './systems.ts'

const CGCS2000 =
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],' +
  'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'
const WGS84 =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],' +
  'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'

const parameter = (name: string, value: number) => `PARAMETER["${name}",${value.toFixed(1)}]`

function projection(system: CoordinateSystem): string {
  if (system.kind === 'web-mercator') {
    const names = [
      'False_Easting',
      'False_Northing',
      'Central_Meridian',
      'Standard_Parallel_1',
      'Auxiliary_Sphere_Type',
    ]
    return ['PROJECTION["Mercator_Auxiliary_Sphere"]', ...names.map((name) => parameter(name, 0))].join(',')
  }
  return [
    'PROJECTION["Gauss_Kruger"]',
    parameter('False_Easting', system.falseEasting),
    parameter('False_Northing', 0),
    parameter('Central_Meridian', system.centralMeridian),
    parameter('Scale_Factor', 1),
    parameter('Latitude_Of_Origin', 0),
  ].join(',')
}

/** The text of a .prj file (ESRI WKT 1). Refuses an EPSG number the house does not know. */
export function writePrj(epsg: number): string {
  const system = findSystem(epsg)
  if (!system) throw new Refusal(invalid('formats.crs.unsupported', { crs: `EPSG:${epsg}` }))
  const geographic = system.datum === 'CGCS2000' ? CGCS2000 : WGS84
  if (system.kind === 'geographic') return geographic
  return `PROJCS["${system.name}",${geographic},${projection(system)},UNIT["Meter",1.0]]`
}
