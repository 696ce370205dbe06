import { readPrj } from '../crs/read-prj.ts'
import type { Field } from '../delivery.ts'
import type { SourceLayer } from '../source-layer.ts'
import { readGeoJson } from '../text/read-geojson.ts'
import { convertWithGdal, type GdalFile } from './convert.ts'
import type { GdalField } from './messages.ts'

const TYPES: Record<string, Field['type']> = { Integer: 'integer', Integer64: 'integer', Real: 'number', Date: 'date' }

const toField = ({ name, type, width }: GdalField): Field => ({
  name,
  type: TYPES[type] ?? 'text',
  ...(width ? { length: width } : {}),
})

/** Reads one layer of a GeoPackage, file geodatabase, DXF or FlatGeobuf, laid out as `files`, through GDAL. */
export async function readWithGdal(
  format: string,
  files: GdalFile[],
  open: string,
  options: { layer?: string },
): Promise<SourceLayer> {
  const { layerName, wkt, fields, geojson } = await convertWithGdal(files, open, options.layer)
  const bytes = Buffer.from(geojson.buffer, geojson.byteOffset, geojson.byteLength)
  // A drawing keeps areas as closed lines.
  const read = readGeoJson(layerName, bytes, { closedLines: format === 'dxf' })
  const named = new Set(fields.map((field) => field.name))
  return {
    ...read,
    format,
    layerName,
    fields: [...fields.map(toField), ...read.fields.filter((field) => !named.has(field.name))],
    encoding: { name: 'utf-8', how: 'format' },
    statedCrs: /^\w+\["Undefined/.test(wkt) ? undefined : readPrj(wkt),
  }
}
