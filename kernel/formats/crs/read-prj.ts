import { zoneEpsg } from './systems.ts'
import { children, descendant, nameOf, parseWkt, type WktNode } from './wkt.ts'

/**
 * What a file says of its system. `epsg` may be one only its own country knows; `needs-transform` is an older Chinese
 * datum or a local system; `implied` marks what the format means when it says nothing (GeoJSON, KML: WGS 84).
 */
export type StatedCrs =
  | { kind: 'known'; epsg: number; name: string; implied?: boolean }
  | { kind: 'needs-transform'; name: string; datum: string }
  | { kind: 'unsupported'; name: string }

const DATUMS: [pattern: RegExp, datum: 'CGCS2000' | 'WGS84' | "Xi'an 1980" | 'Beijing 1954'][] = [
  [/cgcs_?2000|china_?(geodetic|2000)|d_china_2000/, 'CGCS2000'],
  [/xi'?_?an_?(19)?80/, "Xi'an 1980"],
  [/beijing_?(19)?54/, 'Beijing 1954'],
  [/wgs_?(19)?84|world_geodetic_system_1984/, 'WGS84'],
]

const GEOGRAPHIC = ['GEOGCS', 'GEOGCRS', 'GEODCRS', 'BASEGEOGCRS', 'BASEGEODCRS', 'GEODETICCRS', 'GEOGRAPHICCRS']
const PROJECTED = ['PROJCS', 'PROJCRS', 'PROJECTEDCRS']

const normal = (text: string) => text.toLowerCase().replaceAll(/[ -]/g, '_')

function datumOf(root: WktNode): string | undefined {
  const geographic = GEOGRAPHIC.includes(root.keyword) ? root : descendant(root, ...GEOGRAPHIC)
  const names = [descendant(root, 'DATUM', 'ENSEMBLE'), geographic].map((node) => normal(nameOf(node)))
  for (const name of names) {
    const datum = DATUMS.find(([pattern]) => pattern.test(name))?.[1]
    if (datum) return datum
  }
  return undefined
}

function authority(root: WktNode): number | undefined {
  const id = children(root, 'AUTHORITY', 'ID').find((node) => normal(nameOf(node)) === 'epsg')
  const epsg = Number(id?.values[1])
  return Number.isInteger(epsg) && epsg > 0 ? epsg : undefined
}

function parameters(root: WktNode): Map<string, number> {
  const holder = descendant(root, 'CONVERSION') ?? root
  return new Map(children(holder, 'PARAMETER').map((node) => [normal(nameOf(node)), Number(node.values[1])]))
}

const first = (values: Map<string, number>, ...names: string[]) =>
  names.map((name) => values.get(name)).find((value) => value !== undefined)

/** The zone by central meridian and false easting; the name only tells 3° from 6° where the numbers are the same. */
function gaussKruger(root: WktNode): number | undefined {
  const values = parameters(root)
  const meridian = first(values, 'central_meridian', 'longitude_of_natural_origin', 'longitude_of_center')
  const easting = first(values, 'false_easting')
  const scale = first(values, 'scale_factor', 'scale_factor_at_natural_origin') ?? 1
  const northing = first(values, 'false_northing') ?? 0
  const latitude = first(values, 'latitude_of_origin', 'latitude_of_natural_origin') ?? 0
  if (meridian === undefined || easting === undefined || scale !== 1 || northing !== 0 || latitude !== 0)
    return undefined
  const [zone3, zone6] = [meridian / 3, (meridian + 3) / 6]
  if (easting === zone3 * 1e6 + 500_000) return zoneEpsg(3, zone3, true)
  if (easting === zone6 * 1e6 + 500_000) return zoneEpsg(6, zone6, true)
  if (easting !== 500_000 || !Number.isInteger(zone3)) return undefined
  const sixDegrees = Number.isInteger(zone6) && !/3_degree/.test(normal(nameOf(root)))
  return sixDegrees ? zoneEpsg(6, zone6, false) : zoneEpsg(3, zone3, false)
}

const inMetres = (root: WktNode) => {
  const unit = children(root, 'UNIT', 'LENGTHUNIT')[0]
  return unit === undefined || Number(unit.values[1]) === 1
}

function projected(root: WktNode, datum: string | undefined): number | undefined {
  const method = normal(nameOf(descendant(root, 'PROJECTION', 'METHOD')))
  if (datum === 'CGCS2000' && /gauss|transverse_mercator/.test(method) && inMetres(root)) return gaussKruger(root)
  if (datum === 'WGS84' && /web_mercator|pseudo_mercator/.test(normal(nameOf(root)))) return 3857
  return undefined
}

/** Reads the text of a .prj (or any WKT of a coordinate system); undefined when it is not WKT at all. */
export function readPrj(text: string): StatedCrs | undefined {
  const root = parseWkt(text)
  if (!root || ![...GEOGRAPHIC, ...PROJECTED].includes(root.keyword)) return undefined
  const name = nameOf(root)
  const datum = datumOf(root)
  if (datum === "Xi'an 1980" || datum === 'Beijing 1954') return { kind: 'needs-transform', name, datum }
  if (GEOGRAPHIC.includes(root.keyword) && datum)
    return { kind: 'known', epsg: datum === 'CGCS2000' ? 4490 : 4326, name }
  const epsg = projected(root, datum) ?? authority(root)
  if (epsg) return { kind: 'known', epsg, name }
  return datum === 'CGCS2000' ? { kind: 'needs-transform', name, datum } : { kind: 'unsupported', name }
}
