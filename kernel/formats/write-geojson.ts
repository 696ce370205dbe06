import type { LayerToWrite } from './delivery.ts'

const crsOf = (epsg: number) => ({ type: 'name', properties: { name: `urn:ogc:def:crs:EPSG::${epsg}` } })

/**
 * A GeoJSON collection in the layer's own system, coordinates unrounded. WGS 84 is written as RFC 7946 has it; any
 * other system is named by the `crs` member of GeoJSON 2008, which GDAL, QGIS and this house read.
 */
export function writeGeoJson(layer: LayerToWrite): string {
  const features = layer.rows.map(({ attributes, geometry }) => ({
    type: 'Feature',
    properties: Object.fromEntries(layer.fields.map(({ name }) => [name, attributes[name] ?? null])),
    geometry: geometry && { type: 'MultiPolygon', coordinates: geometry },
  }))
  const crs = layer.epsg === 4326 ? {} : { crs: crsOf(layer.epsg) }
  return JSON.stringify({ type: 'FeatureCollection', name: layer.name, ...crs, features })
}
