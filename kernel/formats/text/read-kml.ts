import type { MultiPolygon, Position, Ring } from '../../geometry/types.ts'
import { invalid, Refusal } from '../../problems/problem.ts'
import type { Attributes, DeliveryRow } from '../delivery.ts'
import { rejectedRow, rowOfPolygons, type SourceLayer } from '../source-layer.ts'
import { decodeFile } from './decode-file.ts'
import { inferFields, withNumbers } from './infer-fields.ts'
import { childrenNamed, childText, readXml, type XmlElement } from './read-xml.ts'

const GEOMETRIES = ['Point', 'LineString', 'LinearRing', 'Polygon', 'MultiGeometry', 'Model', 'Track', 'MultiTrack']

type Placemark = { element: XmlElement; folder: string }

function placemarksOf(element: XmlElement, folder: string): Placemark[] {
  return element.children.flatMap((child) => {
    if (child.name === 'Placemark') return [{ element: child, folder }]
    if (child.name !== 'Folder' && child.name !== 'Document' && child.name !== 'kml') return []
    const name = child.name === 'Folder' ? childText(child, 'name') : undefined
    return placemarksOf(child, [folder, name].filter(Boolean).join('/'))
  })
}

function attributesOf({ element, folder }: Placemark): Attributes {
  const attributes: Attributes = { name: childText(element, 'name') || null }
  const description = childText(element, 'description')
  if (description) attributes.description = description
  if (folder !== '') attributes.folder = folder
  for (const extended of childrenNamed(element, 'ExtendedData')) {
    for (const data of childrenNamed(extended, 'Data'))
      attributes[data.attributes.name ?? ''] = childText(data, 'value') || null
    for (const data of childrenNamed(extended, 'SchemaData').flatMap((schema) => childrenNamed(schema, 'SimpleData'))) {
      attributes[data.attributes.name ?? ''] = data.text.trim() || null
    }
  }
  return attributes
}

/** `lon,lat[,height]` tuples apart by blanks; what is no number becomes NaN and rejects its row. */
function ringOf(boundary: XmlElement): Ring {
  const text = childrenNamed(boundary, 'LinearRing').map((ring) => childText(ring, 'coordinates') ?? '')[0] ?? ''
  const tuples = text.split(/\s+/).filter((tuple) => tuple !== '')
  return tuples.map((tuple): Position => {
    const [x, y] = tuple.split(',')
    return [x ? Number(x) : Number.NaN, y ? Number(y) : Number.NaN]
  })
}

type Gathered = { polygons: MultiPolygon; other: string | undefined }

function gather(element: XmlElement, into: Gathered): Gathered {
  for (const child of element.children.filter(({ name }) => GEOMETRIES.includes(name))) {
    if (child.name === 'MultiGeometry') gather(child, into)
    else if (child.name === 'Polygon') {
      const boundaries = [...childrenNamed(child, 'outerBoundaryIs'), ...childrenNamed(child, 'innerBoundaryIs')]
      into.polygons.push(boundaries.map(ringOf))
    } else into.other ??= child.name
  }
  return into
}

function toRow(placemark: Placemark, row: number): DeliveryRow {
  const attributes = attributesOf(placemark)
  const { polygons, other } = gather(placemark.element, { polygons: [], other: undefined })
  if (other) return rejectedRow(row, attributes, 'formats.row.not-a-polygon', { type: other })
  if (polygons.length === 0) return rejectedRow(row, attributes, 'formats.row.no-geometry')
  return rowOfPolygons(row, attributes, polygons)
}

/** Reads the placemarks of a KML file, folders as an attribute, extended data as fields. Heights are left out. */
export function readKml(name: string, bytes: Buffer, options: { encoding?: string }): SourceLayer {
  const { text, encoding, findings } = decodeFile(bytes, options.encoding)
  const root = readXml(text)
  if (root.name !== 'kml') throw new Refusal(invalid('formats.kml.not-kml', { element: root.name }))
  const rows = placemarksOf(root, '').map((placemark, index) => toRow(placemark, index + 1))
  const attributes = rows.map((row) => row.attributes)
  withNumbers(
    attributes,
    [...new Set(attributes.flatMap(Object.keys))].filter((field) => field !== 'name'),
  )
  return {
    format: 'kml',
    layerName: childrenNamed(root, 'Document').map((document) => childText(document, 'name'))[0] || name,
    fields: inferFields(attributes),
    encoding,
    statedCrs: { kind: 'known', epsg: 4326, name: 'WGS 84 (KML)', implied: true },
    rows,
    findings,
  }
}
