/**
 * The coordinate systems this house reads and writes without a registered transform. CGCS2000 in its geographic form
 * and its 3° and 6° Gauss-Krüger zones, with and without the zone number in front of the easting; WGS 84 and Web
 * Mercator because positioning devices and web maps deliver them. EPSG numbers: EPSG registry, CGCS2000 family.
 */
export type CoordinateSystem = {
  epsg: number
  name: string
  datum: 'CGCS2000' | 'WGS84'
  kind: 'geographic' | 'gauss-kruger' | 'web-mercator'
  /** Gauss-Krüger only: degrees east, metres, and the zone with its width in degrees. */
  centralMeridian: number
  falseEasting: number
  zone: number
  width: 3 | 6
  prefixed: boolean
}

const plain = (epsg: number, name: string, datum: CoordinateSystem['datum'], kind: CoordinateSystem['kind']) => ({
  epsg,
  name,
  datum,
  kind,
  centralMeridian: 0,
  falseEasting: 0,
  zone: 0,
  width: 3 as const,
  prefixed: false,
})

function gaussKruger(epsg: number, width: 3 | 6, zone: number, prefixed: boolean): CoordinateSystem {
  const centralMeridian = width === 3 ? 3 * zone : 6 * zone - 3
  const stem = width === 3 ? 'CGCS2000_3_Degree_GK' : 'CGCS2000_GK'
  return {
    epsg,
    name: prefixed ? `${stem}_Zone_${zone}` : `${stem}_CM_${centralMeridian}E`,
    datum: 'CGCS2000',
    kind: 'gauss-kruger',
    centralMeridian,
    falseEasting: (prefixed ? zone * 1_000_000 : 0) + 500_000,
    zone,
    width,
    prefixed,
  }
}

/** The EPSG number of a CGCS2000 zone; undefined when China has no such zone. */
export function zoneEpsg(width: 3 | 6, zone: number, prefixed: boolean): number | undefined {
  if (width === 3) return zone >= 25 && zone <= 45 ? (prefixed ? 4488 : 4509) + zone : undefined
  return zone >= 13 && zone <= 23 ? (prefixed ? 4478 : 4489) + zone : undefined
}

/** The system with this EPSG number, or undefined when it needs a transform registered elsewhere. */
export function findSystem(epsg: number): CoordinateSystem | undefined {
  if (epsg === 4490) return plain(4490, 'GCS_China_Geodetic_Coordinate_System_2000', 'CGCS2000', 'geographic')
  if (epsg === 4326) return plain(4326, 'GCS_WGS_1984', 'WGS84', 'geographic')
  if (epsg === 3857) return plain(3857, 'WGS_1984_Web_Mercator_Auxiliary_Sphere', 'WGS84', 'web-mercator')
  if (epsg >= 4491 && epsg <= 4501) return gaussKruger(epsg, 6, epsg - 4478, true)
  if (epsg >= 4502 && epsg <= 4512) return gaussKruger(epsg, 6, epsg - 4489, false)
  if (epsg >= 4513 && epsg <= 4533) return gaussKruger(epsg, 3, epsg - 4488, true)
  if (epsg >= 4534 && epsg <= 4554) return gaussKruger(epsg, 3, epsg - 4509, false)
  return undefined
}
