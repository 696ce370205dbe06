import type { MultiPolygon, Position } from '../../geometry/types.ts'
import { invalid, Refusal } from '../../problems/problem.ts'
import type { StatedCrs } from '../crs/read-prj.ts'
import type { Attributes, AttributeValue, DeliveryRow } from '../delivery.ts'
import { rejectedRow, rowOfPolygons, type SourceLayer } from '../source-layer.ts'
import { decodeFile } from './decode-file.ts'
import { inferFields } from './infer-fields.ts'

type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Refusal(invalid('formats.geojson.not-json', { reason: error instanceof Error ? error.message : '' }))
  }
}

function featuresOf(root: unknown): unknown[] {
  if (isObject(root) && root.type === 'FeatureCollection' && Array.isArray(root.features)) return root.features
  if (isObject(root) && root.type === 'Feature') return [root]
  if (isObject(root) && typeof root.type === 'string' && ('coordinates' in root || 'geometries' in root)) {
    return [{ type: 'Feature', properties: {}, geometry: root }]
  }
  throw new Refusal(invalid('formats.geojson.not-geojson'))
}

/** RFC 7946 means WGS 84; the older `crs` member (GeoJSON 2008) is still what GDAL and QGIS write. */
function statedCrs(root: unknown): StatedCrs {
  const crs =
    isObject(root) && isObject(root.crs) && isObject(root.crs.properties) ? String(root.crs.properties.name ?? '') : ''
  const epsg = /EPSG:(?:[\d.]*:)?(\d+)$/i.exec(crs)?.[1]
  if (epsg) return { kind: 'known', epsg: Number(epsg), name: crs }
  if (crs !== '' && !/CRS84$/i.test(crs)) return { kind: 'unsupported', name: crs }
  return { kind: 'known', epsg: 4326, name: 'WGS 84 (RFC 7946)', implied: crs === '' }
}

function attributeValue(value: unknown): AttributeValue {
  if (value === null || value === undefined) return null
  if (typeof value === 'number' || typeof value === 'string') return value
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function attributesOf(feature: Json): Attributes {
  const attributes: Attributes = {}
  const properties = isObject(feature.properties) ? feature.properties : {}
  if (feature.id !== undefined && !('id' in properties)) attributes.id = attributeValue(feature.id)
  for (const [name, value] of Object.entries(properties)) attributes[name] = attributeValue(value)
  return attributes
}

type Read = { polygons: MultiPolygon; heights: boolean } | { other: string } | { damaged: true }

/** Nested arrays to rings; what is no number becomes NaN and is rejected with its vertex later. */
function readRings(polygons: unknown): Read {
  if (!Array.isArray(polygons)) return { damaged: true }
  let heights = false
  let damaged = false
  const eachOf = <T>(value: unknown, read: (item: unknown) => T): T[] => {
    if (Array.isArray(value)) return value.map(read)
    damaged = true
    return []
  }
  const position = (value: unknown): Position => {
    const [x, y, z] = eachOf(value, (item) => (typeof item === 'number' ? item : Number.NaN))
    if (z !== undefined) heights = true
    return [x ?? Number.NaN, y ?? Number.NaN]
  }
  const read = polygons.map((polygon) => eachOf(polygon, (ring) => eachOf(ring, position)))
  return damaged ? { damaged: true } : { polygons: read, heights }
}

const isClosedLine = ({ type, coordinates }: Json) =>
  type === 'LineString' &&
  Array.isArray(coordinates) &&
  coordinates.length > 3 &&
  String(coordinates[0]) === String(coordinates.at(-1))

function readGeometry(geometry: unknown): Read | undefined {
  if (geometry === null || geometry === undefined) return undefined
  if (!isObject(geometry)) return { damaged: true }
  if (geometry.type === 'Polygon') return readRings([geometry.coordinates])
  if (geometry.type === 'MultiPolygon') return readRings(geometry.coordinates)
  return { other: String(geometry.type) }
}

type Options = {
  encoding?: string
  /** Take a closed line for the area inside it, as drawings mean it; reported row by row. */
  closedLines?: boolean
}

function toRow(feature: unknown, row: number, options: Options, onHeights: () => void): DeliveryRow {
  if (!isObject(feature)) return rejectedRow(row, {}, 'formats.row.damaged', { reason: 'feature' })
  const attributes = attributesOf(feature)
  const { geometry } = feature
  const line = options.closedLines && isObject(geometry) && isClosedLine(geometry) ? geometry.coordinates : undefined
  const read = line ? readRings([[line]]) : readGeometry(geometry)
  if (!read) return rejectedRow(row, attributes, 'formats.row.no-geometry')
  if ('damaged' in read) return rejectedRow(row, attributes, 'formats.row.damaged', { reason: 'coordinates' })
  if ('other' in read) return rejectedRow(row, attributes, 'formats.row.not-a-polygon', { type: read.other })
  if (read.heights) onHeights()
  return rowOfPolygons(row, attributes, read.polygons, line ? [{ code: 'formats.row.closed-line', row }] : [])
}

/** Reads GeoJSON (a collection, one feature or a bare geometry). Refuses what is not JSON or not GeoJSON. */
export function readGeoJson(name: string, bytes: Buffer, options: Options): SourceLayer {
  const { text, encoding, findings } = decodeFile(bytes, options.encoding)
  const root = parse(text)
  let heights = 0
  const onHeights = () => {
    heights++
  }
  const rows = featuresOf(root).map((feature, index) => toRow(feature, index + 1, options, onHeights))
  const flattened = { code: 'formats.geometry.flattened', params: { extra: 'Z', rows: heights } }
  return {
    format: 'geojson',
    layerName: isObject(root) && typeof root.name === 'string' ? root.name : name,
    fields: inferFields(rows.map((row) => row.attributes)),
    encoding,
    statedCrs: statedCrs(root),
    rows,
    findings: heights > 0 ? [...findings, flattened] : findings,
  }
}
